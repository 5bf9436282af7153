# Paired samples that several scripts share: source("samples.R"). Seeded, so that every script sees the same numbers.
set.seed(42)
samples <- list(
  likert8 = list(c(3, 4, 5, 2, 6, 5, 4, 3), c(5, 4, 7, 3, 6, 8, 5, 2)),
  three = list(c(1, 2, 4), c(3, 2, 9)),
  decimals = list(c(-0.2, 0, 0.1, 0.3, 1.1, 0.7), c(0.8, 1, 0.4, 0.2, 1.0, 1.9)),
  likert40 = list(sample(0:10, 40, TRUE), sample(0:10, 40, TRUE)),
  real25 = list(rnorm(25), rnorm(25, 0.6)),
  real59 = list(rnorm(59), rnorm(59, 0.2)),
  likert200 = { a <- sample(2:7, 200, TRUE); list(a, pmin(10, a + sample(-1:3, 200, TRUE))) },
  down = list(c(9, 8, 9, 7, 10, 6), c(4, 5, 6, 6, 3, 1)),
  one_way = list(rep(1, 10), c(2, 3, 4, 2, 3, 4, 5, 2, 3, 6))
)
show <- function(x) paste(sprintf("%.17g", x), collapse = " ")
