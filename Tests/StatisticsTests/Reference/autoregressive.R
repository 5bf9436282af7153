# Writes autoregressive_series.csv and autoregressive.csv: interrupted series of logarithms with AR(1) errors by nlme::gls
# (restricted likelihood), with gaps, and ρ once more by a likelihood written out. Run: Rscript autoregressive.R
suppressPackageStartupMessages(library(nlme))
set.seed(31)
lines <- list(); rows <- list()
emit <- function(case, name, value) lines[[length(lines) + 1]] <<- sprintf("%s,%s,%.17g", case, name, unname(value))
for (case in c("plain", "gaps", "negative", "short")) {
  n <- if (case == "short") 30 else 72; start <- if (case == "short") 21 else 49
  rho <- if (case == "negative") -0.4 else 0.5
  e <- as.numeric(arima.sim(list(ar = rho), n, sd = 0.1)); t <- 1:n
  y <- round(4 + 0.002 * t - 0.15 * (t >= start) + 0.1 * sin(2 * pi * t / 12) + e, 6)
  d <- data.frame(t, y)
  if (case == "gaps") d <- d[!d$t %in% c(7, 20, 21, 22, 55), ]
  d$level <- as.numeric(d$t >= start); d$slope <- pmax(0, d$t - start)
  for (k in 1:2) { d[[paste0("sin", k)]] <- sin(2 * pi * k * d$t / 12); d[[paste0("cos", k)]] <- cos(2 * pi * k * d$t / 12) }
  f <- gls(y ~ t + level + slope + sin1 + cos1 + sin2 + cos2, d, correlation = corAR1(form = ~t), method = "REML",
           control = glsControl(tolerance = 1e-12, msTol = 1e-14, msMaxIter = 1000, maxIter = 1000))
  X <- model.matrix(~ t + level + slope + sin1 + cos1 + sin2 + cos2, d)
  restricted <- function(r) {
    V <- r^abs(outer(d$t, d$t, "-")); W <- solve(V); A <- t(X) %*% W %*% X; b <- solve(A, t(X) %*% W %*% d$y); u <- d$y - X %*% b
    -(nrow(X) - ncol(X)) * log(sum(u * (W %*% u))) - as.numeric(determinant(V)$modulus) - as.numeric(determinant(A)$modulus)
  }
  best <- optimize(restricted, c(-.95, .95), maximum = TRUE, tol = 1e-12)$maximum
  V <- best^abs(outer(d$t, d$t, "-")); W <- solve(V); A <- solve(t(X) %*% W %*% X); b <- A %*% t(X) %*% W %*% d$y
  s2 <- sum((d$y - X %*% b) * (W %*% (d$y - X %*% b))) / (nrow(X) - ncol(X))
  emit(case, "rho", best); emit(case, "rho.nlme", coef(f$modelStruct$corStruct, unconstrained = FALSE))
  emit(case, "sigma", sqrt(s2)); emit(case, "start", start)
  names <- c("intercept", "time", "level", "slope", "sin1", "cos1", "sin2", "cos2")
  for (i in seq_along(names)) {
    emit(case, names[i], b[i]); emit(case, paste0(names[i], ".se"), sqrt(s2 * A[i, i]))
    emit(case, paste0(names[i], ".nlme"), coef(f)[i]); emit(case, paste0(names[i], ".nlme.se"), sqrt(vcov(f)[i, i]))
  }
  rows[[case]] <- data.frame(case, month = d$t, value = d$y)
}
write.table(do.call(rbind, rows), "autoregressive_series.csv", sep = ",", row.names = FALSE, quote = FALSE)
writeLines(c("case,quantity,value", unlist(lines)), "autoregressive.csv")
