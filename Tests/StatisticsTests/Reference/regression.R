# Writes regression.csv: least squares with White's errors, by lm and sandwich::vcovHC. Run: Rscript regression.R > regression.csv
suppressMessages(library(sandwich))
set.seed(11)
out <- function(x) paste(sprintf("%.17g", x), collapse = " ")
cat("name;y;columns;weights;coefficients;leverages;classical;hc0;hc1;hc2;hc3;p\n")
write_model <- function(name, y, columns, w = NULL) {
  data <- as.data.frame(columns); names(data) <- paste0("x", seq_along(columns))
  fit <- if (is.null(w)) lm(y ~ ., data) else lm(y ~ ., data, weights = w)
  kept <- !is.na(coef(fit))
  errors <- lapply(c("classical", "HC0", "HC1", "HC2", "HC3"), function(type)
    sqrt(diag(if (type == "classical") vcov(fit) else vcovHC(fit, type = type)))[kept])
  cat(name, out(y), paste(sapply(columns, out), collapse = "|"), if (is.null(w)) "" else out(w), out(coef(fit)[kept]),
      out(hatvalues(fit)), sapply(errors, out), out(summary(fit)$coefficients[, 4]), sep = ";")
  cat("\n")
}
n <- 24
x1 <- round(rnorm(n), 2); x2 <- round(runif(n, 1, 9), 1); g <- rep(c(0, 1), n / 2)
write_model("plain", round(1 + 2 * x1 - 0.3 * x2 + rnorm(n) * x2 / 3, 3), list(x1, x2, g))
write_model("weighted", round(5 + x1 + rnorm(n), 3), list(x1, x2), round(runif(n, 0.2, 4), 2))
write_model("dependent", round(rnorm(n), 3), list(x1, x2, x1 + 2 * x2, g))
write_model("offset", round(1e3 + x1 + rnorm(n), 3), list(x1 + 100, g))
write_model("two", c(1, 2, 5), list(c(0, 1, 3)))
