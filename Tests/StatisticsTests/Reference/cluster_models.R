# Writes cluster_models.csv: clubSandwich's coef_test, conf_int and Wald_test of linear models. Run:
# Rscript cluster_models.R > cluster_models.csv (needs r-cran-clubsandwich)
suppressMessages(library(clubSandwich))
set.seed(21)
out <- function(x) paste(sprintf("%.17g", x), collapse = " ")
cat("name;y;columns;weights;clusters;kind;estimates;errors;df;p;low;high;f;f_p\n")
kinds <- c(cr0 = "CR0", cr1 = "CR1", cr1s = "CR1S", cr2 = "CR2", cr3 = "CR3")
write_model <- function(name, y, columns, g, w = NULL, only = names(kinds)) {
  data <- data.frame(y = y)
  for (k in seq_along(columns)) data[[paste0("x", k)]] <- columns[[k]]
  formula <- if (length(columns)) y ~ . else y ~ 1
  fit <- if (is.null(w)) lm(formula, data) else lm(formula, data, weights = w)
  for (kind in only) {
    v <- vcovCR(fit, cluster = g, type = kinds[[kind]])
    test <- coef_test(fit, vcov = v, test = "Satterthwaite"); ci <- conf_int(fit, vcov = v, test = "Satterthwaite")
    slopes <- setdiff(seq_len(nrow(test)), if (length(columns)) 1 else integer(0))
    wald <- tryCatch(Wald_test(fit, constrain_zero(slopes), vcov = v, test = "Naive-F"),
                     error = function(e) list(Fstat = NA, p_val = NA))
    cat(name, out(y), paste(sapply(columns, out), collapse = "|"), if (is.null(w)) "" else out(w), out(g), kind,
        out(test$beta), out(test$SE), out(test$df), out(test$p_Satt), out(ci$CI_L), out(ci$CI_U), out(wald$Fstat),
        out(wald$p_val), sep = ";")
    cat("\n")
  }
}
sizes <- c(8, 12, 3, 11, 6, 1); g <- rep(seq_along(sizes), sizes); n <- length(g)
x <- round(rnorm(n), 2); treated <- as.numeric(g %% 2 == 0)
y <- round(1 + 0.5 * x + treated + rnorm(6)[g] + rnorm(n), 2)
write_model("mean", y, list(), g)
write_model("slope", y, list(x), g)
write_model("treated", y, list(x, treated), g)
write_model("weighted", y, list(x, treated), g, round(runif(n, 0.3, 3), 2))
# Dummies of all clusters but one: the blocks of I - H are singular, so CR2 needs the generalised inverse and CR3 has none.
big <- rep(1:5, each = 4); time <- round(rnorm(20), 1)
dummies <- lapply(2:5, function(k) as.numeric(big == k))
write_model("effects", round(big + time * rnorm(5, 1)[big] + rnorm(20), 2), c(list(time), dummies), big,
            only = c("cr0", "cr1", "cr1s", "cr2"))
shuffled <- sample(rep(1:4, c(5, 9, 2, 14)))
write_model("four", round(rnorm(4)[shuffled] + rnorm(30), 2), list(round(runif(30), 2)), shuffled)
