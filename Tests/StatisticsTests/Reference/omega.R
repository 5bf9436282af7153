# Writes omega.csv: omega total of one factor by factanal, in the unit of the answers. Run: Rscript omega.R > omega.csv
# The last case is a Heywood case: factanal stops at its bound of 0.005.
set.seed(31)
join <- function(x) paste(sprintf("%.17g", x), collapse = " ")
cat("rows;omega;uniquenesses\n")
for (case in list(c(40, 3, 1), c(120, 5, 1), c(300, 10, 1), c(60, 4, 3), c(500, 6, 0.5), c(80, 5, -1))) {
  n <- case[1]; k <- case[2]; f <- rnorm(n)
  x <- round(sapply(1:k, function(j) 4 + f * (0.6 + j / k) * abs(case[3]) + rnorm(n, 0, 0.5 + (j %% 3) / 2)))
  if (case[3] < 0) { x[, 2] <- x[, 1] + (runif(n) < 0.02); x[, 3:5] <- round(rnorm(n * 3, 5)) + round(0.2 * x[, 1]) }
  fit <- factanal(covmat = cov(x), factors = 1, n.obs = n, control = list(nstart = 3, opt = list(factr = 10)))
  heywood <- any(fit$uniquenesses < 0.00501)
  s <- apply(x, 2, sd); l <- as.numeric(fit$loadings) * s; psi <- fit$uniquenesses * s^2
  cat(paste(apply(x, 1, paste, collapse = " "), collapse = "|"), if (heywood) "NA;NA" else paste(sprintf("%.17g", sum(l)^2 / (sum(l)^2 + sum(psi))), join(fit$uniquenesses), sep = ";"), sep = ";"); cat("\n")
}
