# Writes paired_power.csv: power of the two-sided paired t test with both tails counted. Run: Rscript paired_power.R > paired_power.csv
cat("pairs,sd,change,power,detectable\n")
for (n in c(5, 12, 38, 200)) for (sd in c(0.7, 2)) for (change in c(0.2, 0.5, 1.5)) {
  power <- power.t.test(n = n, delta = change, sd = sd, type = "paired", strict = TRUE)$power
  found <- power.t.test(n = n, power = 0.8, sd = sd, type = "paired", strict = TRUE, tol = 1e-13)$delta
  cat(sprintf("%d,%.17g,%.17g,%.17g,%.17g\n", as.integer(n), sd, change, power, found))
}
