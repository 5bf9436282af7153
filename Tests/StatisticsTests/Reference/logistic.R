# Writes logistic.csv: logistic regression by glm at epsilon 1e-14. Run: Rscript logistic.R > logistic.csv
set.seed(12)
out <- function(x) paste(sprintf("%.17g", x), collapse = " ")
cat("name;y;columns;coefficients;errors;deviance;loglik;fitted;p\n")
write_model <- function(name, y, columns) {
  data <- as.data.frame(columns); names(data) <- paste0("x", seq_along(columns))
  fit <- glm(y ~ ., data, family = binomial, control = glm.control(epsilon = 1e-14, maxit = 100))
  table <- summary(fit)$coefficients
  cat(name, out(y), paste(sapply(columns, out), collapse = "|"), out(table[, 1]), out(table[, 2]), out(deviance(fit)),
      out(as.numeric(logLik(fit))), out(fitted(fit)), out(table[, 4]), sep = ";")
  cat("\n")
}
n <- 60
pre <- round(rnorm(n, 5, 2), 1); post <- round(pre + rnorm(n, 1), 1); course <- rep(0:2, 20)
chance <- plogis(-1 + 0.3 * post + (course == 1))
write_model("response", rbinom(n, 1, chance), list(pre, post, +(course == 1), +(course == 2)))
write_model("rare", +(seq_len(40) %in% c(3, 17, 31)), list(round(rnorm(40), 2)))
write_model("one", c(0, 1, 1, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 1, 1), list(rep(c(1, 0, 3, 2, 5), 3)))
write_model("steep", c(0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 1), list((0:10) * 10))
