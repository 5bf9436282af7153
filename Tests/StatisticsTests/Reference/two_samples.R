# Writes two_samples.csv: Welch's t test and effectsize::hedges_g. Run: Rscript two_samples.R > two_samples.csv
suppressMessages(library(effectsize))
set.seed(22)
out <- function(x) paste(sprintf("%.17g", x), collapse = " ")
# effectsize's own optimiser stops three digits early, so the noncentralities are roots found here.
ncp <- function(t, df, p) uniroot(function(d) pt(t, df, d) - p, c(t - 20, t + 20), tol = 1e-12, extendInt = "yes")$root
cat("first;second;difference;se;t;df;p;low;high;d;g;g_low;g_high\n")
pairs <- list(
  list(c(3, 5, 4, 6, 7, 5), c(2, 4, 3, 3, 5)),
  list(round(rnorm(40, 5, 1), 2), round(rnorm(7, 4, 3), 2)),
  list(c(1, 2), c(3, 5)),
  list(1e6 + c(0.1, 0.3, 0.2, 0.5), 1e6 + c(0.4, 0.6, 0.9, 0.7, 0.8)),
  list(c(4, 4, 4), c(5, 6, 9, 3)),
  list(round(runif(100), 3), round(runif(120) + 0.4, 3))
)
for (pair in pairs) {
  test <- t.test(pair[[1]], pair[[2]])
  d <- cohens_d(pair[[1]], pair[[2]]); g <- hedges_g(pair[[1]], pair[[2]])
  n <- lengths(pair); df <- sum(n) - 2; size <- sqrt(prod(n) / sum(n)); j <- g$Hedges_g / d$Cohens_d
  bounds <- j / size * sapply(c(0.975, 0.025), function(p) ncp(d$Cohens_d * size, df, p))
  stopifnot(all(abs(bounds - c(g$CI_low, g$CI_high)) < 1e-3 * (1 + abs(bounds))))
  cat(out(pair[[1]]), out(pair[[2]]), out(c(-diff(test$estimate), test$stderr, test$statistic, test$parameter, test$p.value,
      test$conf.int, d$Cohens_d, g$Hedges_g, bounds)), sep = ";")
  cat("\n")
}
