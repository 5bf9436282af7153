# Writes reliability.csv: alpha, Feldt's interval, alpha if deleted and item-rest correlations by psych::alpha.
# Run: Rscript reliability.R > reliability.csv (needs r-cran-psych)
set.seed(9)
join <- function(x) paste(sprintf("%.17g", x), collapse = " ")
cat("rows;alpha;low;high;if_deleted;item_rest\n")
for (case in list(c(12, 3), c(40, 6), c(200, 4), c(5, 2), c(30, 10), c(60, 5), c(25, 4))) {
  n <- case[1]; k <- case[2]
  x <- matrix(round(outer(1.5 * rnorm(n), rep(1, k)) + rnorm(n * k, 5)), n, k)
  if (n == 5) x[, 2] <- -x[, 1] + c(0, 1, 0, 0, 1)
  if (n == 60) x[, 4] <- 10 - x[, 4]
  if (n == 25) x[, 3] <- 5
  alpha <- k / (k - 1) * (1 - sum(apply(x, 2, var)) / var(rowSums(x)))
  drop <- rep(NA, k); rest <- rep(NA, k)
  for (j in 1:k) {
    rest[j] <- suppressWarnings(cor(x[, j], rowSums(x[, -j, drop = FALSE])))
    y <- x[, -j, drop = FALSE]; if (k > 2) drop[j] <- (k - 1) / (k - 2) * (1 - sum(apply(y, 2, var)) / var(rowSums(y)))
  }
  if (n != 25) {
    found <- suppressMessages(suppressWarnings(psych::alpha(x, warnings = FALSE, check.keys = FALSE)))
    stopifnot(abs(found$total$raw_alpha - alpha) < 1e-9, abs(found$item.stats$r.drop - rest) < 1e-9)
    if (k > 2) stopifnot(abs(found$alpha.drop$raw_alpha - drop) < 1e-9)
  }
  f <- 1 - (1 - alpha) * qf(c(0.975, 0.025), n - 1, (n - 1) * (k - 1))
  cat(paste(apply(x, 1, paste, collapse = " "), collapse = "|"), sprintf("%.17g;%.17g;%.17g", alpha, f[1], f[2]), join(drop), join(rest), sep = ";"); cat("\n")
}
