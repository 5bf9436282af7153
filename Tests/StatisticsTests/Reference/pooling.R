# Writes pooling.csv: Rubin's rules by mice::pool.scalar. Run: Rscript pooling.R > pooling.csv (needs r-cran-mice)
suppressMessages(library(mice))
set.seed(43)
out <- function(x) paste(sprintf("%.17g", x), collapse = " ")
cat("estimates;variances;complete;estimate;within;between;variance;r;df;fmi\n")
for (case in list(c(5, 20, 0.1), c(20, 40, 0.3), c(30, 8, 1), c(2, 100, 0.05), c(10, Inf, 0.2), c(5, 12, 0))) {
  q <- 1 + round(rnorm(case[1]), 3) * case[3]; u <- round(runif(case[1], 0.1, 0.4), 3)
  pooled <- pool.scalar(q, u, n = case[2] + 1, k = 1)
  cat(out(q), out(u), out(case[2]), out(pooled$qbar), out(pooled$ubar), out(pooled$b), out(pooled$t), out(pooled$r), out(pooled$df),
      out(pooled$fmi), sep = ";")
  cat("\n")
}
