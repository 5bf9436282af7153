# Writes effects.csv. Run: Rscript effects.R > effects.csv (needs r-cran-effectsize)
source("samples.R")
J <- function(v) exp(lgamma(v / 2) - lgamma((v - 1) / 2)) / sqrt(v / 2)
ncp <- function(t, df, p) uniroot(function(d) pt(t, df, d) - p, c(t - 40, t + 40), tol = 1e-12, extendInt = "yes")$root
cat("name,from,to,dz,gz,gz_low,gz_high,effectsize_low,effectsize_high,dav,gav,cousineau,lakens,bonett_low,bonett_high,drm\n")
for (name in names(samples)) {
  from <- samples[[name]][[1]]; to <- samples[[name]][[2]]; d <- to - from; n <- length(d)
  t <- mean(d) / (sd(d) / sqrt(n)); dz <- mean(d) / sd(d)
  low <- J(n - 1) * ncp(t, n - 1, 0.975) / sqrt(n); high <- J(n - 1) * ncp(t, n - 1, 0.025) / sqrt(n)
  package <- suppressWarnings(effectsize::hedges_g(to, from, paired = TRUE))
  stopifnot(abs(package$Hedges_g - J(n - 1) * dz) < 1e-9)
  s2 <- (var(from) + var(to)) / 2; dav <- mean(d) / sqrt(s2)
  r <- if (sd(from) > 0 && sd(to) > 0) cor(from, to) else NA
  cov <- cov(from, to)
  se <- sqrt(dav^2 * (var(from)^2 + var(to)^2 + 2 * cov^2) / (8 * (n - 1) * s2^2) + var(d) / ((n - 1) * s2))
  out <- c(dz, J(n - 1) * dz, low, high, package$CI_low, package$CI_high, dav, J(n - 1) * dav, J(2 * (n - 1) / (1 + r^2)) * dav,
    dav * (1 - 3 / (8 * n - 9)), dav - qnorm(0.975) * se, dav + qnorm(0.975) * se, dz * sqrt(2 * (1 - r)))
  cat(name, show(from), show(to), paste(sprintf("%.17g", out), collapse = ","), sep = ","); cat("\n")
}
