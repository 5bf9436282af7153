# Writes lasting.csv: non-inferiority by t.test and by clubSandwich, the retention ratio by Fieller's formula written out.
# Run: Rscript lasting.R > lasting.csv
suppressMessages(library(clubSandwich))
set.seed(23)
out <- function(x) paste(sprintf("%.17g", x), collapse = " ")
cat("pre;post;follow;clusters;margin;mean;se;df;t;p;lower;ratio;ratio_low;ratio_high\n")
fieller <- function(a, b, v, df) {
  t <- qt(0.975, df)
  A <- b^2 - t^2 * v[2, 2]; B <- a * b - t^2 * v[1, 2]; C <- a^2 - t^2 * v[1, 1]
  if (A <= 0) return(c(NA, NA, NA))
  c(a / b, (B + c(-1, 1) * sqrt(B^2 - A * C)) / A)
}
write_row <- function(pre, post, follow, g, margin) {
  d <- follow - post; n <- length(d)
  if (is.null(g)) {
    test <- t.test(d, mu = -margin, alternative = "greater")
    line <- c(mean(d), test$stderr, test$parameter, test$statistic, test$p.value, test$conf.int[1])
    df <- n - 1; v <- cov(cbind(follow - pre, post - pre)) / n
  } else {
    test <- coef_test(lm(d ~ 1), vcov = "CR2", cluster = g, test = "Satterthwaite")
    df <- test$df; t <- (test$beta + margin) / test$SE
    line <- c(test$beta, test$SE, df, t, pt(t, df, lower.tail = FALSE), test$beta - qt(0.95, df) * test$SE)
    v <- vcovCR(lm(cbind(follow - pre, post - pre) ~ 1), cluster = g, type = "CR2")
  }
  cat(out(pre), out(post), out(follow), if (is.null(g)) "" else out(g), out(margin), out(line),
      out(fieller(mean(follow - pre), mean(post - pre), v, df)), sep = ";")
  cat("\n")
}
for (n in c(8, 25, 120)) {
  pre <- round(rnorm(n, 4, 1), 1); post <- round(pre + rnorm(n, 1.2, 0.8), 1); follow <- round(post + rnorm(n, -0.2, 0.6), 1)
  write_row(pre, post, follow, NULL, 0.5)
  write_row(pre, post, follow, rep(1:4, length.out = n), 0.3)
}
write_row(c(3, 4, 5, 4), c(4, 4, 5, 3), c(4, 5, 5, 4), NULL, 0)
write_row(pre, round(pre + rnorm(120, 0.02, 1), 1), follow, NULL, 0.25)
