# Writes firth.csv: Firth's penalised logistic regression, the estimator written out: the root of
# X'(y - pi + h (1/2 - pi)) by Newton's method, errors from (X'WX)^-1, and the penalised likelihood, which optim must not be
# able to raise. Run: Rscript firth.R > firth.csv
set.seed(41)
out <- function(x) paste(sprintf("%.17g", x), collapse = " ")
cat("name;y;columns;coefficients;errors;penalised\n")
penalised <- function(beta, x, y) {
  eta <- drop(x %*% beta); p <- plogis(eta)
  sum(y * eta - log1p(exp(eta))) + as.numeric(determinant(crossprod(x, x * p * (1 - p)))$modulus) / 2
}
write_model <- function(name, y, columns) {
  x <- do.call(cbind, c(list(rep(1, length(y))), columns)); beta <- rep(0, ncol(x))
  for (i in 1:2000) {
    p <- plogis(drop(x %*% beta)); w <- p * (1 - p); inverse <- solve(crossprod(x, x * w))
    h <- w * rowSums((x %*% inverse) * x)
    step <- drop(inverse %*% crossprod(x, y - p + h * (0.5 - p)))
    beta <- beta + step * min(1, 1 / max(abs(x %*% step)))
    if (max(abs(step)) < 1e-14) break
  }
  better <- optim(beta, function(b) -penalised(b, x, y), method = "BFGS", control = list(reltol = 1e-15))
  stopifnot(-better$value < penalised(beta, x, y) + 1e-8, max(abs(step)) < 1e-10)
  cat(name, out(y), paste(sapply(columns, out), collapse = "|"), out(beta), out(sqrt(diag(inverse))), out(penalised(beta, x, y)),
      sep = ";")
  cat("\n")
}
x <- round(rnorm(30), 1)
write_model("ordinary", rbinom(30, 1, plogis(0.5 + x)), list(x))
write_model("separated", +(1:12 > 6), list(1:12))
lost <- rep(0:3, each = 5)
write_model("course", c(1, 0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 0, 1), list(+(lost == 1), +(lost == 2), +(lost == 3)))
write_model("all", rep(1, 9), list())
write_model("rare", +(1:50 == 7), list(round(rnorm(50), 1), rep(0:1, 25)))
