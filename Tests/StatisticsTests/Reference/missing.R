# Writes missing.csv: delta-adjusted means and tipping points of the pattern-mixture formula, the root by uniroot, and
# worst-case means by t.test. Run: Rscript missing.R > missing.csv
set.seed(24)
out <- function(x) paste(sprintf("%.17g", x), collapse = " ")
cat("changes;lowest;highest;shift;mean;se;df;p;low;high;tipping;low_mean;low_low;low_high;high_mean;high_low;high_high\n")
for (case in list(c(20, 6, 1), c(12, 1, 1.5), c(60, 40, 0.6), c(15, 0, 1), c(10, 5, 0.1), c(4, 30, 2))) {
  d <- round(rnorm(case[1], case[3], 0.9), 1); m <- case[2]; n <- length(d); N <- n + m; f <- m / N
  changes <- sample(c(d, rep(NA, m))); lowest <- -sample(0:6, N, TRUE); highest <- 6 + lowest
  adjusted <- function(delta) c(mean(d) - delta * f, sqrt(var(d) / n + delta^2 * f * (1 - f) / (N - 1)))
  bound <- function(delta) { a <- adjusted(delta); a[1] - qt(0.975, n - 1) * a[2] }
  tipping <- if (f > 0 && bound(0) > 0) uniroot(bound, c(0, 100), tol = 1e-14)$root else NA
  worst <- t.test(ifelse(is.na(changes), lowest, changes)); best <- t.test(ifelse(is.na(changes), highest, changes))
  for (delta in c(0, 0.25, 0.5, 1)) {
    a <- adjusted(delta); t <- a[1] / a[2]
    cat(out(changes), out(lowest), out(highest), out(delta), out(c(a, n - 1, 2 * pt(-abs(t), n - 1), a[1] + c(-1, 1) *
        qt(0.975, n - 1) * a[2], tipping, worst$estimate, worst$conf.int, best$estimate, best$conf.int)), sep = ";")
    cat("\n")
  }
}
