# Writes stepped_wedge.csv: the variance of a rollout's effect by explicit generalised least squares over all cells.
# Each line: starts (periods counted from 0), periods, within, between, decay; variance. Run: Rscript stepped_wedge.R > stepped_wedge.csv
variance <- function(starts, T, s2, tau2, r) {
  I <- length(starts)
  V <- tau2 * r^abs(outer(1:T, 1:T, "-")) + diag(s2, T)
  B <- kronecker(diag(I), solve(V))
  period <- kronecker(rep(1, I), diag(T))
  X <- cbind(period, as.vector(sapply(starts, function(s) as.numeric((1:T) - 1 >= s))))
  solve(t(X) %*% B %*% X)[T + 1, T + 1]
}
for (case in list(list(c(1, 2, 3, 4), 5), list(c(1, 1, 2, 2, 3, 3), 4), list(c(1, 1, 1, 2, 4, 6, 6), 6), list(c(0, 0, 2, 3), 3)))
  for (v in list(c(0.02, 0.01), c(0.004, 0.09), c(0.05, 0))) for (r in c(1, 0.9, 0.5))
    cat(sprintf("%s;%d;%.17g;%.17g;%.17g;%.17g\n", paste(case[[1]], collapse = " "), case[[2]], v[1], v[2], r, variance(case[[1]], case[[2]], v[1], v[2], r)))
