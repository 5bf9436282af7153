# Paired samples that all scripts share: source("samples.R"). Seeded, so that every script sees the same numbers.
# Run on its own it writes them: Rscript samples.R > samples.csv
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
  one_way = list(rep(1, 10), c(2, 3, 4, 2, 3, 4, 5, 2, 3, 6)),
  single = list(4, 6),
  single_zero = list(4, 4),
  two = list(c(1, 2), c(3, 5)),
  two_opposed = list(c(3, 5), c(5, 4)),
  all_zero = list(c(2, 5, 7, 3), c(2, 5, 7, 3)),
  constant_change = list(c(1, 4, 2, 6, 3), c(3, 6, 4, 8, 5)),
  constant_decimals = list(c(-0.2, 0, 0.1, 0.7), c(0.8, 1, 1.1, 1.7)),
  both_constant = list(rep(3, 7), rep(5, 7)),
  later_constant = list(c(2, 5, 6, 3, 4, 4, 7), rep(7, 7)),
  balanced = list(c(5, 6, 7, 8, 5, 6), c(6, 5, 8, 7, 5, 6)),
  opposed = list(1:9, 9:1),
  five_up = list(c(2, 3, 5, 4, 1), c(3, 5, 8, 8, 6)),
  six_mixed = list(c(4.5, 3.2, 5.1, 6.6, 2.0, 4.1), c(5.0, 4.4, 4.8, 7.9, 3.7, 6.3)),
  mostly_zero = list(rep(c(3, 6, 8), 100), rep(c(3, 6, 8), 100) + c(rep(0, 288), rep(1, 9), rep(-1, 3))),
  huge_ties = list(rep(4, 400), c(rep(5, 210), rep(3, 130), rep(6, 60))),
  many_zeros = { a <- sample(0:10, 100, TRUE); list(a, pmax(0, pmin(10, a + sample(c(-2, -1, 0, 0, 0, 1, 2, 3), 100, TRUE)))) },
  negative = list(-round(rexp(30, 0.2), 1), -round(rexp(30, 0.3), 1)),
  tails30 = list((1:40) / 7, (1:40) / 7 + 3 + sin(1:40) / 10),
  tails60 = { a <- sample(0:10, 60, TRUE); list(a, a + 4 + sample(-1:1, 60, TRUE)) },
  offset = list(1e7 + c(0.1, 0.2, 0.3, 0.4), 1e7 + c(0.2, 0.4, 0.4, 0.9)),
  thirds = { a <- sample(0:30, 45, TRUE) / 3; list(a, pmin(10, a + sample(-4:6, 45, TRUE) / 3)) },
  sevenths = { a <- sample(0:70, 16, TRUE) / 7; list(a, pmin(10, a + sample(-5:9, 16, TRUE) / 7)) },
  real17 = list(rnorm(17), rnorm(17, 0.5)),
  real18 = list(rnorm(18, 5), rnorm(18, 5.8)),
  real49 = list(rnorm(49), rnorm(49, 0.3)),
  real60 = list(rnorm(60), rnorm(60, -0.4)),
  real61 = list(rnorm(61), rnorm(61, -0.4)),
  skewed = { a <- rexp(80); list(a, a + rexp(80, 2) - 0.3) },
  wild = list(rt(35, 1), 0.5 + rt(35, 1)),
  outlier = list(c(1, 2, 3, 4, 5, 6, 7, 8), c(2, 2, 4, 5, 5, 8, 8, 90)),
  small_unit = list(rnorm(20) / 1000, rnorm(20, 0.7) / 1000),
  large_unit = list(1e6 * rnorm(20), 1e6 * rnorm(20, 0.7)),
  real300 = list(rnorm(300), rnorm(300, 0.1)),
  real301 = list(rnorm(301), rnorm(301, 0.1)),
  real1000 = list(round(rnorm(1000), 4), round(rnorm(1000, 0.05), 4)),
  likert5000 = { a <- sample(0:10, 5000, TRUE); list(a, pmax(0, pmin(10, a + sample(-3:4, 5000, TRUE)))) }
)
show <- function(x) paste(sprintf("%.15g", x), collapse = " ")
# What is written has 15 digits, so that is what every script uses.
samples <- lapply(samples, function(s) lapply(s, function(x) as.numeric(sprintf("%.15g", x))))
if (sys.nframe() == 0) {
  cat("name,from,to\n")
  for (name in names(samples)) cat(name, show(samples[[name]][[1]]), paste0(show(samples[[name]][[2]]), "\n"), sep = ",")
}
