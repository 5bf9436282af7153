# Writes weighting.csv: Hajek means with weights 1 / fitted of glm. Run: Rscript weighting.R > weighting.csv
set.seed(42)
out <- function(x) paste(sprintf("%.17g", x), collapse = " ")
cat("y;columns;mean;plain;largest;effective;boot_se\n")
for (n in c(30, 120, 400)) {
  pre <- round(pmin(6, pmax(0, rnorm(n, 3, 1.2)))); course <- rep(0:2, length.out = n)
  y <- round(1 + 0.5 * pre + (course == 1) + rnorm(n), 1)
  answered <- rbinom(n, 1, plogis(1.2 - 0.4 * pre + 0.5 * (course == 2))) == 1
  y[!answered] <- NA
  hajek <- function(rows) {
    d <- data.frame(r = answered, pre, one = +(course == 1), two = +(course == 2), y = y)[rows, ]
    w <- 1 / fitted(glm(r ~ pre + one + two, binomial, d, control = glm.control(epsilon = 1e-13)))[d$r]
    list(mean = sum(w * d$y[d$r]) / sum(w), w = w)
  }
  fit <- hajek(seq_len(n))
  boot <- replicate(4000, suppressWarnings(hajek(sample(n, n, TRUE))$mean))
  cat(out(y), paste(out(pre), out(+(course == 1)), out(+(course == 2)), sep = "|"),
      out(c(fit$mean)), out(mean(y, na.rm = TRUE)), out(max(fit$w) / mean(fit$w)), out(sum(fit$w)^2 / sum(fit$w^2)), out(sd(boot)),
      sep = ";")
  cat("\n")
}
