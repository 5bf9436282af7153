# Writes tails.csv: distribution functions checked against R. Run: Rscript tails.R > tails.csv
line <- function(name, a, b, x, value) cat(sprintf("%s,%.17g,%.17g,%.17g,%.17g\n", name, a, b, x, value))
cat("function,a,b,x,value\n")
for (d in list(c(1, 4), c(9, 30), c(199, 597))) for (x in c(0.2, 1, 3.5, 20)) {
  line("f_cdf", d[1], d[2], x, pf(x, d[1], d[2])); line("f_upper", d[1], d[2], x, pf(x, d[1], d[2], lower.tail = FALSE))
}
for (d in list(c(1, 4), c(9, 30), c(199, 597))) for (p in c(0.025, 0.5, 0.975)) line("f_quantile", d[1], d[2], p, qf(p, d[1], d[2]))
for (df in c(1, 4, 60)) for (x in c(0.1, 3.84, 90)) {
  line("chi_cdf", df, 0, x, pchisq(x, df)); line("chi_upper", df, 0, x, pchisq(x, df, lower.tail = FALSE))
}
for (df in c(1, 4, 60)) line("chi_quantile", df, 0, 0.95, qchisq(0.95, df))
for (shape in c(0.4, 3, 80)) for (x in c(0.2, 4, 95)) {
  line("gamma_cdf", shape, 0, x, pgamma(x, shape)); line("gamma_upper", shape, 0, x, pgamma(x, shape, lower.tail = FALSE))
}
for (shape in c(0.4, 3, 80)) line("gamma_quantile", shape, 0, 0.3, qgamma(0.3, shape))
for (mean in c(0.3, 12, 400)) for (k in c(0, 9, 430)) {
  line("poisson_cdf", mean, 0, k, ppois(k, mean)); line("poisson_upper", mean, 0, k, ppois(k, mean, lower.tail = FALSE))
}
for (size in c(0.7, 5)) for (mean in c(2, 40)) for (k in c(0, 7, 60)) {
  line("negbin_cdf", size, mean, k, pnbinom(k, size, mu = mean)); line("negbin_upper", size, mean, k, pnbinom(k, size, mu = mean, lower.tail = FALSE))
}
for (v in c(2, 3, 9, 200)) line("factor", v, 0, 0, exp(lgamma(v / 2) - lgamma((v - 1) / 2)) / sqrt(v / 2))
