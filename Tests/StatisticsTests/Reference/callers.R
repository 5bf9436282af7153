# Writes callers_data.csv and callers.csv: negative binomial rates by MASS::glm.nb, ANCOVA, Poisson difference in differences
# with person-clustered errors, and a left-truncated negative binomial by nlm. Run: Rscript callers.R
suppressPackageStartupMessages({library(MASS); library(sandwich)})
set.seed(3)
control <- glm.control(epsilon = 1e-14, maxit = 500)
lines <- list(); data <- list()
emit <- function(case, name, value) lines[[length(lines) + 1]] <<- sprintf("%s,%s,%.17g", case, name, unname(value))
for (case in c("equal", "exposed")) {
  n <- 300
  eb <- if (case == "equal") rep(12, n) else sample(c(6, 9, 12), n, TRUE)
  ea <- if (case == "equal") rep(12, n) else sample(c(3, 6, 12), n, TRUE)
  rate <- rgamma(n, 0.8, 0.8 / 0.35)
  before <- rpois(n, rate * eb); trained <- as.numeric(before >= 6 & runif(n) < .7)
  after <- rpois(n, rate * ea * ifelse(trained == 1, .8, 1))
  d <- data.frame(case, before, eb, after, ea, trained); data[[case]] <- d
  fit <- glm.nb(before ~ 1 + offset(log(eb)), control = control)
  mu <- exp(coef(fit)); th <- fit$theta
  expected <- ea * (before + th) / (eb + th / mu)
  T <- trained == 1
  emit(case, "mean", mu); emit(case, "shape", th)
  emit(case, "ratio", sum(after[T]) / sum(expected[T])); emit(case, "expected", sum(expected[T]))
  emit(case, "naive", sum(after[T]) / sum(before[T] / eb[T] * ea[T]))
  keep <- before >= 3 | runif(n) < .3
  data[[case]]$compared <- as.numeric(keep)
  s <- d[keep, ]
  half <- if (any(s$before == 0)) .5 else 0
  a <- glm.nb(after ~ log(before + half) + trained + offset(log(ea)), s, control = control)
  emit(case, "ancova", coef(a)["trained"]); emit(case, "ancova.se", summary(a)$coefficients["trained", 2]); emit(case, "ancova.theta", a$theta)
  long <- rbind(data.frame(id = seq_len(nrow(s)), y = s$before, e = s$eb, post = 0, x = 0), data.frame(id = seq_len(nrow(s)), y = s$after, e = s$ea, post = 1, x = s$trained))
  total <- tapply(long$y, long$id, sum); long <- long[total[as.character(long$id)] > 0, ]
  p <- glm(y ~ x + factor(id) + post + offset(log(e)), poisson, long, control = glm.control(epsilon = 1e-14, maxit = 200))
  V <- vcovCL(p, cluster = long$id, type = "HC0", cadjust = FALSE); G <- length(unique(long$id))
  emit(case, "did", coef(p)["x"]); emit(case, "did.se", sqrt(V["x", "x"] * G / (G - 1)))
  t <- d[d$before >= 3, ]
  nll <- function(q) { m <- exp(q[1]) * t$eb; k <- exp(q[2]); -sum(dnbinom(t$before, mu = m, size = k, log = TRUE) - pnbinom(2, mu = m, size = k, lower.tail = FALSE, log.p = TRUE)) }
  o <- nlm(nll, c(log(.35), log(.8)), gradtol = 1e-10, steptol = 1e-12, iterlim = 1000)
  emit(case, "truncated.mean", exp(o$estimate[1])); emit(case, "truncated.shape", exp(o$estimate[2])); emit(case, "truncated.loglik", -o$minimum)
}
write.table(do.call(rbind, data), "callers_data.csv", sep = ",", row.names = FALSE, quote = FALSE)
writeLines(c("case,quantity,value", unlist(lines)), "callers.csv")
