# Writes callers_months.csv (people by month, some trained on different days, some moved, some rows missing) and callers.csv: what
# MASS::glm.nb and a Poisson model with levels of people and periods make of them. Run: Rscript callers.R
suppressPackageStartupMessages({library(MASS); library(sandwich)})
set.seed(20261121)
control <- glm.control(epsilon = 1e-14, maxit = 500)
lines <- list()
emit <- function(case, name, value) lines[[length(lines) + 1]] <<- sprintf("%s,%s,%.17g", case, name, unname(value))
months <- seq(as.Date("2022-01-01"), as.Date("2024-12-01"), by = "month")
length_of <- as.numeric(diff(c(months, as.Date("2025-01-01"))))
n <- 260
rate <- rgamma(n, 0.7, 0.7 / 4) / 365.25
people <- lapply(seq_len(n), function(i) {
  moved <- if (runif(1) < .12) sample(14:34, 1) else 99
  exposed <- ifelse(seq_along(months) < moved, length_of, 0)
  if (moved < 99) exposed[moved] <- sample(1:20, 1)
  data.frame(caller_id = sprintf("c%03d", i), month = format(months, "%Y-%m"), index = seq_along(months),
             days = exposed, rate = rate[i], stringsAsFactors = FALSE)
})
# Whoever called six times or more in 2023 is offered training at the beginning of a month of early 2024; most come.
history <- do.call(rbind, lapply(people, function(p) {
  p$count <- rpois(nrow(p), p$rate * p$days); baseline <- sum(p$count[p$index %in% 13:24])
  came <- baseline >= 6 && runif(1) < .6
  p$start <- if (came) sample(c(25, 26), 1) else NA
  if (came) p$count <- ifelse(p$index >= p$start, rpois(nrow(p), .75 * p$rate * p$days), p$count)
  p
}))
history <- history[history$days > 0, ]
history <- history[!(runif(nrow(history)) < .01 & history$count == 0), ]
full <- length_of[history$index] == history$days
out <- data.frame(caller_id = history$caller_id, month = history$month, count = history$count,
                  trained_on = ifelse(is.na(history$start), "", format(months[ifelse(is.na(history$start), 1, history$start)])),
                  exposed_days = ifelse(full, "", history$days))
write.csv(out, "callers_months.csv", row.names = FALSE, quote = FALSE)

# The default start of those without a day of their own: the lower median of the starts.
own <- tapply(history$start, history$caller_id, function(s) s[1])
usual <- sort(own[!is.na(own)])[ceiling(sum(!is.na(own)) / 2)]
wide <- do.call(rbind, lapply(split(history, history$caller_id), function(p) {
  s <- if (is.na(p$start[1])) usual else p$start[1]
  w <- function(from, to) p$index >= s + from & p$index <= s + to
  data.frame(id = p$caller_id[1], trained = as.numeric(!is.na(p$start[1])),
             before = sum(p$count[w(-12, -1)]), eb = sum(p$days[w(-12, -1)]), after = sum(p$count[w(0, 11)]), ea = sum(p$days[w(0, 11)]),
             earlier = sum(p$count[w(-24, -13)]), ee = sum(p$days[w(-24, -13)]))
}))
analyse <- function(case, threshold) {
  base <- wide[wide$eb > 0, ]
  fit <- glm.nb(before ~ 1 + offset(log(eb)), base, control = control)
  mu <- exp(coef(fit)); th <- fit$theta
  emit(case, "mean_per_year", mu * 365.25); emit(case, "theta", th); emit(case, "in_baseline", nrow(base))
  f <- base[base$before >= threshold & base$ea > 0, ]; t <- f[f$trained == 1, ]
  emit(case, "trained", nrow(t)); emit(case, "others", sum(f$trained == 0))
  expected <- t$ea * (t$before + th) / (t$eb + th / mu)
  emit(case, "expected", sum(expected)); emit(case, "observed", sum(t$after)); emit(case, "ratio", sum(t$after) / sum(expected))
  emit(case, "naive", sum(t$after) / sum(t$before / t$eb * t$ea))
  ratio <- function(d) {
    g <- glm.nb(before ~ 1 + offset(log(eb)), d, control = control); m <- exp(coef(g)); k <- g$theta
    x <- d[d$trained == 1 & d$before >= threshold & d$ea > 0, ]
    sum(x$after) / sum(x$ea * (x$before + k) / (x$eb + k / m))
  }
  set.seed(5); boot <- replicate(1000, ratio(base[sample(nrow(base), replace = TRUE), ]))
  emit(case, "boot.lower", quantile(boot, .025)); emit(case, "boot.upper", quantile(boot, .975)); emit(case, "boot.sd", sd(boot))
  half <- if (any(f$before == 0)) .5 else 0
  a <- glm.nb(after ~ log(before + half) + trained + offset(log(ea)), f, control = control)
  emit(case, "ancova", coef(a)["trained"]); emit(case, "ancova.se", summary(a)$coefficients["trained", 2]); emit(case, "ancova.theta", a$theta)
  long <- rbind(data.frame(id = f$id, y = f$before, e = f$eb, post = 0, x = 0), data.frame(id = f$id, y = f$after, e = f$ea, post = 1, x = f$trained))
  total <- tapply(long$y, long$id, sum); long <- long[total[long$id] > 0, ]
  p <- glm(y ~ x + factor(id) + post + offset(log(e)), poisson, long, control = glm.control(epsilon = 1e-14, maxit = 200))
  V <- vcovCL(p, cluster = long$id, type = "HC0", cadjust = FALSE); G <- length(unique(long$id))
  emit(case, "did", coef(p)["x"]); emit(case, "did.se", sqrt(V["x", "x"] * G / (G - 1))); emit(case, "did.clusters", G)
  emit(case, "did.naive", sqrt(vcov(p)["x", "x"]))
  q <- wide[wide$trained == 1 & wide$ee > 0 & wide$earlier >= threshold & wide$eb > 0 & wide$ea > 0, ]
  if (threshold > 0) {
    emit(case, "second.people", nrow(q)); emit(case, "second.ratio", sum(q$after) / sum(q$before / q$eb * q$ea))
    emit(case, "second.before", sum(q$before) / sum(q$earlier / q$ee * q$eb))
  }
  called <- sort(base$before[base$before > 0], decreasing = TRUE); k <- ceiling(length(called) / 10)
  emit(case, "top.people", k); emit(case, "top.share", sum(called[1:k]) / sum(called))
}
analyse("threshold", 6)
analyse("everybody", 0)
writeLines(c("case,quantity,value", unlist(lines)), "callers.csv")
