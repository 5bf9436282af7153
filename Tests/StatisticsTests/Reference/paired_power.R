# Writes paired_power.csv: power, detectable change and pairs needed (un-rounded) of the paired t test, by power.t.test: both
# tails counted, the right one only, and one-sided. Run: Rscript paired_power.R > paired_power.csv
cat("tails,pairs,sd,change,alpha,power,detectable,needed\n")
for (tails in c("both", "right", "one_sided")) for (n in c(2, 5, 12, 38, 200)) for (sd in c(0.7, 2)) for (change in c(0.2, 0.5, 1.5)) for (alpha in c(0.05, 0.01)) {
  ask <- function(...) power.t.test(sd = sd, sig.level = alpha, type = "paired", strict = tails == "both",
    alternative = if (tails == "one_sided") "one.sided" else "two.sided", tol = 1e-12, ...)
  power <- ask(n = n, delta = change)$power
  found <- if (n < 5) NA else ask(n = n, power = 0.8)$delta
  needed <- tryCatch(ask(delta = change, power = 0.9)$n, error = function(e) NA)
  cat(sprintf("%s,%d,%.17g,%.17g,%.17g,%.17g,%.17g,%.17g\n", tails, as.integer(n), sd, change, alpha, power, found, needed))
}
