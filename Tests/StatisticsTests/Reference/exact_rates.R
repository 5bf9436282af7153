# Writes exact_rates.csv: poisson.test and the mid-p value and interval by uniroot. Run: Rscript exact_rates.R > exact_rates.csv
# Each line: counts after and before; exposures; ratio, p, one-sided p (fall, rise), interval, mid-p, its interval (Inf: unbounded).
mid <- function(x, n, p0, scale) {
  value <- function(p) pbinom(x, n, p, lower.tail = FALSE) + dbinom(x, n, p) / 2
  root <- function(target) {
    p <- uniroot(function(l) value(plogis(l)) - target, c(-40, 40), tol = 1e-15, maxiter = 10000)$root
    exp(p) * scale
  }
  both <- 2 * min(value(p0), 1 - value(p0))
  c(min(1, both), if (x == 0) 0 else root(0.025), if (x == n) Inf else root(0.975))
}
for (case in list(c(11, 6, 800, 1083.45), c(0, 5, 12, 12), c(5, 0, 12, 24), c(1, 1, 1, 1), c(3, 9, 6, 12), c(42, 60, 365, 365),
  c(1200, 1300, 365.25, 366), c(7, 7, 1, 3), c(24, 20, 30, 25), c(150, 300, 1, 2), c(1, 30, 2, 9), c(45090, 44000, 12, 12))) {
  x <- case[1]; y <- case[2]; t1 <- case[3]; t0 <- case[4]
  test <- poisson.test(c(x, y), c(t1, t0))
  less <- poisson.test(c(x, y), c(t1, t0), alternative = "less")$p.value
  more <- poisson.test(c(x, y), c(t1, t0), alternative = "greater")$p.value
  values <- c(if (y == 0) Inf else unname(test$estimate), test$p.value, less, more, test$conf.int, mid(x, x + y, t1 / (t1 + t0), t0 / t1))
  cat(sprintf("%d,%d;%.17g,%.17g;", x, y, t1, t0), paste(sprintf("%.17g", values), collapse = ","), "\n", sep = "")
}
