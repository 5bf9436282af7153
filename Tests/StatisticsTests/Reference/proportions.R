# Writes proportions.csv: Wilson, Clopper-Pearson and McNemar's exact test. Run: Rscript proportions.R > proportions.csv
cat("method,x,n,first,second\n")
for (case in list(c(0, 10), c(10, 10), c(1, 1), c(62, 89), c(62, 132), c(7, 20), c(1, 1000))) {
  wilson <- suppressWarnings(prop.test(case[1], case[2], correct = FALSE)$conf.int)
  exact <- binom.test(case[1], case[2])$conf.int
  cat(sprintf("wilson,%d,%d,%.17g,%.17g\n", as.integer(case[1]), as.integer(case[2]), wilson[1], wilson[2]))
  cat(sprintf("clopper,%d,%d,%.17g,%.17g\n", as.integer(case[1]), as.integer(case[2]), exact[1], exact[2]))
}
for (case in list(c(5, 2), c(0, 4), c(3, 3), c(40, 18), c(1, 0), c(0, 60))) {
  b <- case[1]; c <- case[2]
  p <- binom.test(b, b + c)$p.value
  mid <- min(1, 2 * (pbinom(min(b, c), b + c, 0.5) - 0.5 * dbinom(min(b, c), b + c, 0.5)))
  cat(sprintf("mcnemar,%d,%d,%.17g,%.17g\n", as.integer(b), as.integer(c), p, mid))
}
