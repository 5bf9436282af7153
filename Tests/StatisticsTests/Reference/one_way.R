# Writes one_way.csv: variance components of a one-way layout by REML. Run: Rscript one_way.R > one_way.csv (needs r-cran-lme4)
suppressMessages(library(lme4))
set.seed(12)
cat("groups;mean;between;within;icc;design_effect\n")
control <- lmerControl(optimizer = "nloptwrap", optCtrl = list(xtol_abs = 1e-12, ftol_abs = 1e-14, maxeval = 5000), check.conv.singular = "ignore")
emit <- function(d, g) {
  fit <- suppressWarnings(suppressMessages(lmer(d ~ 1 + (1 | g), REML = TRUE, control = control)))
  # lme4 stops where the likelihood is flat to 1e-8; the profile is finished by hand from its start
  profile <- function(lambda) {
    m <- tapply(d, g, mean); n <- tapply(d, g, length); w <- n / (1 + n * lambda)
    mu <- sum(w * m) / sum(w); q <- sum((d - m[as.character(g)])^2) + sum(w * (m - mu)^2)
    (length(d) - 1) * log(q) + sum(log1p(n * lambda)) + log(sum(w))
  }
  start <- (getME(fit, "theta")[[1]])^2
  lambda <- if (start < 1e-8) 0 else optimize(profile, c(start * 0.9, start * 1.1), tol = 1e-12)$minimum
  stopifnot(abs(lambda - start) <= 1e-4 * max(1, start))
  m <- tapply(d, g, mean); n <- tapply(d, g, length); w <- n / (1 + n * lambda); mu <- sum(w * m) / sum(w)
  within <- (sum((d - m[as.character(g)])^2) + sum(w * (m - mu)^2)) / (length(d) - 1)
  icc <- lambda / (1 + lambda)
  deff <- 1 + ((1 + (sd(n) / mean(n))^2) * mean(n) - 1) * icc
  cat(paste(tapply(d, g, function(x) paste(sprintf("%.17g", x), collapse = " ")), collapse = "|"),
    paste(sprintf("%.17g", c(mu, lambda * within, within, icc, deff)), collapse = ";"), sep = ";"); cat("\n")
}
for (spread in c(0, 0.4, 1.5)) for (sizes in list(c(8, 12, 9, 11), c(3, 30), c(5, 1, 9, 14, 2, 7, 7), rep(10, 6), c(20, 2, 2))) {
  g <- rep(seq_along(sizes), sizes)
  emit(unlist(lapply(sizes, function(n) round(rnorm(1, 0.5, spread) + rnorm(n), 2))), g)
}
data(Dyestuff, package = "lme4"); data(Dyestuff2, package = "lme4")
emit(Dyestuff$Yield, as.integer(Dyestuff$Batch)); emit(Dyestuff2$Yield, as.integer(Dyestuff2$Batch))
