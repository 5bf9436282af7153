# Writes clusters.csv. Run: Rscript clusters.R > clusters.csv (needs r-cran-clubsandwich); the wild test is enumerated by hand.
suppressMessages(library(clubSandwich))
set.seed(3)
cat("groups;mean;se;df;p;low;high;wild_p\n")
for (sizes in list(c(8, 12, 9, 11), c(3, 30), c(5, 1, 9, 14, 2, 7, 7), rep(10, 6), c(20, 2, 2))) {
  d <- unlist(lapply(sizes, function(n) round(rnorm(1, 0.5, 0.6) + rnorm(n), 2)))
  g <- rep(seq_along(sizes), sizes)
  fit <- lm(d ~ 1)
  test <- coef_test(fit, vcov = "CR2", cluster = g, test = "Satterthwaite")
  ci <- conf_int(fit, vcov = "CR2", cluster = g, test = "Satterthwaite")
  t0 <- function(y) { s <- tapply(y - mean(y), g, sum); mean(y) * length(y) / sqrt(sum(s^2)) }
  signs <- as.matrix(expand.grid(rep(list(c(1, -1)), length(sizes))))
  stars <- apply(signs, 1, function(w) t0(d * w[g]))
  wild <- mean(abs(stars) >= abs(t0(d)) * (1 - 1e-12))
  cat(paste(tapply(d, g, function(x) paste(sprintf("%.17g", x), collapse = " ")), collapse = "|"),
    paste(sprintf("%.17g", c(test$beta, test$SE, test$df, test$p_Satt, ci$CI_L, ci$CI_U, wild)), collapse = ";"), sep = ";"); cat("\n")
}
