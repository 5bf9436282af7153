# Writes reliability.csv. Run: Rscript reliability.R > reliability.csv (needs r-cran-psych)
set.seed(9)
cat("rows;alpha;low;high\n")
for (case in list(c(12, 3), c(40, 6), c(200, 4), c(5, 2), c(30, 10))) {
  n <- case[1]; k <- case[2]
  x <- matrix(round(outer(1.5 * rnorm(n), rep(1, k)) + rnorm(n * k, 5)), n, k)
  if (n == 5) x[, 2] <- -x[, 1] + c(0, 1, 0, 0, 1)
  found <- suppressMessages(suppressWarnings(psych::alpha(x, warnings = FALSE)$total$raw_alpha))
  alpha <- k / (k - 1) * (1 - sum(apply(x, 2, var)) / var(rowSums(x)))
  stopifnot(abs(found - alpha) < 1e-9)
  f <- 1 - (1 - alpha) * qf(c(0.975, 0.025), n - 1, (n - 1) * (k - 1))
  cat(paste(apply(x, 1, paste, collapse = " "), collapse = "|"), paste(sprintf("%.17g", c(alpha, f)), collapse = ";"), sep = ";"); cat("\n")
}
