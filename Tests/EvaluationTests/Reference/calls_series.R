# Writes calls_series.csv from calls_models_counts.csv: fitted and expected counts with the interval of the expectation, and an
# event study by dummies, by glm and sandwich. Run: Rscript calls_series.R
suppressPackageStartupMessages(library(sandwich))
control <- glm.control(epsilon = 1e-14, maxit = 200)
lines <- list()
emit <- function(case, name, value) lines[[length(lines) + 1]] <<- sprintf("%s,%s,%.17g", case, name, unname(value))
d <- read.csv("calls_models_counts.csv")
year <- as.integer(substr(d$month, 1, 4)); m <- as.integer(substr(d$month, 6, 7))
d$no <- as.integer(sub("Area ", "", d$area)); d$t <- (year - 2018) * 12 + m
d$days <- as.integer(format(as.Date(sprintf("%d-%d-01", ifelse(m == 12, year + 1, year), ifelse(m == 12, 1, m + 1))) - 1, "%d"))
d$time <- d$t; d$level <- as.numeric(d$t >= 49); d$slope <- pmax(0, d$t - 49)
for (k in 1:2) { d[[paste0("sin", k)]] <- sin(2 * pi * k * d$t / 12); d[[paste0("cos", k)]] <- cos(2 * pi * k * d$t / 12) }
d$offset <- log(d$population * d$days); d$treated <- as.numeric(d$no <= 3)
base <- "time + level + slope + sin1 + cos1 + sin2 + cos2 + offset(offset)"
# The logarithm of a sum of expectations by the delta method.
total <- function(fit, rows, V, df, drop) {
  X <- model.matrix(fit)[rows, , drop = FALSE]; X[, drop] <- 0
  mu <- exp(X %*% coef(fit) + fit$offset[rows]); g <- colSums(X * as.vector(mu)) / sum(mu)
  q <- qt(.975, df) * sqrt(drop(t(g) %*% V %*% g))
  c(sum(mu), sum(mu) * exp(-q), sum(mu) * exp(q))
}
drop <- base::drop
one <- d[d$no == 1, ]
f <- glm(as.formula(paste("count ~", base)), quasipoisson, one, control = control)
for (t in c(10, 49, 60, 72)) {
  r <- which(one$t == t); emit("its", paste0("fitted.", t), fitted(f)[r])
  e <- total(f, r, vcov(f), f$df.residual, c("level", "slope"))
  if (t >= 49) { emit("its", paste0("expected.", t), e[1]); emit("its", paste0("low.", t), e[2]); emit("its", paste0("high.", t), e[3]) }
}
V <- NeweyWest(f, lag = 12, prewhite = FALSE, adjust = FALSE)
e <- total(f, which(one$t == 60), V, f$df.residual, c("level", "slope")); emit("its_lag", "low.60", e[2]); emit("its_lag", "high.60", e[3])
three <- d[d$no <= 3, ]
f <- glm(as.formula(paste("count ~ area +", base)), quasipoisson, three, control = control)
e <- total(f, which(three$t == 60), vcov(f), f$df.residual, c("level", "slope"))
emit("its_three", "expected.60", e[1]); emit("its_three", "low.60", e[2]); emit("its_three", "high.60", e[3])
f <- glm(count ~ treated:level + area + factor(t) + offset(offset), poisson, d, control = control)
r <- which(d$no == 2 & d$t == 60); emit("did", "fitted.60", fitted(f)[r]); emit("did", "expected.60", fitted(f)[r] / exp(coef(f)["treated:level"]))
# The event study: months -5 (and earlier) to 11 (and later) about the start, -1 the reference. Ten areas allow four leads.
e <- ifelse(d$treated == 1, pmax(-5, pmin(11, d$t - 49)), -1)
steps <- setdiff(-5:11, -1); S <- sapply(steps, function(s) as.numeric(e == s)); colnames(S) <- paste0("m", seq_along(steps))
f <- glm(d$count ~ S + factor(d$area) + factor(d$t) + offset(d$offset), poisson, control = control)
V <- vcovCL(f, cluster = d$area, type = "HC0", cadjust = TRUE)
at <- seq_along(steps) + 1
for (i in seq_along(steps)) { emit("study", paste0("ratio.", steps[i]), exp(coef(f)[at[i]])); emit("study", paste0("low.", steps[i]), exp(coef(f)[at[i]] - qt(.975, 9) * sqrt(V[at[i], at[i]]))) }
lead <- at[steps < -1]; b <- coef(f)[lead]; w <- drop(b %*% solve(V[lead, lead]) %*% b) / length(lead)
emit("study", "f", w); emit("study", "p", pf(w, length(lead), 9, lower.tail = FALSE))
after <- coef(f)[at[steps >= 0]]; path <- c(b, 0); steep <- max(abs(diff(path)))
reach <- steep * mean(steps[steps >= 0] + 1)
emit("study", "post", exp(mean(after))); emit("study", "bound.low", exp(mean(after) - reach)); emit("study", "bound.high", exp(mean(after) + reach))
writeLines(c("case,quantity,value", unlist(lines)), "calls_series.csv")
