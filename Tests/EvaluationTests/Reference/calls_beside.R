# Writes calls_beside.csv from calls_models_counts.csv: what stands beside an effect (dated events, other starts, other areas,
# counts of no area, AR(1) errors, two periods) by glm, lm, sandwich and nlme. Run: Rscript calls_beside.R
suppressPackageStartupMessages({library(sandwich); library(nlme)})
control <- glm.control(epsilon = 1e-14, maxit = 200)
lines <- list()
emit <- function(case, name, value) lines[[length(lines) + 1]] <<- sprintf("%s,%s,%.17g", case, name, unname(value))
d <- read.csv("calls_models_counts.csv")
year <- as.integer(substr(d$month, 1, 4)); m <- as.integer(substr(d$month, 6, 7))
d$no <- as.integer(sub("Area ", "", d$area)); d$t <- (year - 2018) * 12 + m
d$days <- as.integer(format(as.Date(sprintf("%d-%d-01", ifelse(m == 12, year + 1, year), ifelse(m == 12, 1, m + 1))) - 1, "%d"))
d$offset <- log(d$population * d$days); d$treated <- as.numeric(d$no <= 3)
for (k in 1:2) { d[[paste0("sin", k)]] <- sin(2 * pi * k * d$t / 12); d[[paste0("cos", k)]] <- cos(2 * pi * k * d$t / 12) }
its <- function(x, start, more = "") {
  x$level <- as.numeric(x$t >= start); x$slope <- pmax(0, x$t - start)
  glm(as.formula(paste("count ~ t + level + slope + sin1 + cos1 + sin2 + cos2 + offset(offset)", more)), quasipoisson, x, control = control)
}
effect <- function(case, f, name, V = vcov(f), df = f$df.residual) {
  b <- coef(f)[name]; q <- qt(.975, df) * sqrt(V[name, name])
  emit(case, "ratio", exp(b)); emit(case, "low", exp(b - q)); emit(case, "high", exp(b + q))
  emit(case, "p", 2 * pt(-abs(b / sqrt(V[name, name])), df))
}
# Lockdown: March 2020 to June 2021 (months 27 to 42); patrols in Areas 1 and 2, months 30 to 36 and 53 to 58.
one <- d[d$no == 1, ]; one$lockdown <- as.numeric(one$t >= 27 & one$t <= 42)
f <- its(one, 49, "+ lockdown"); effect("its_event", f, "level"); emit("its_event", "event", coef(f)["lockdown"])
three <- d[d$no <= 3, ]; three$patrols <- as.numeric(three$no <= 2 & three$t >= 53 & three$t <= 58)
f <- its(three, 49, "+ area + patrols"); effect("its_areas_event", f, "level"); emit("its_areas_event", "event", coef(f)["patrols"])
did <- function(x, start, more = "") {
  x$post <- x$treated * (x$t >= start)
  glm(as.formula(paste("count ~ post + area + factor(t) + offset(offset)", more)), poisson, x, control = control)
}
clustered <- function(case, f, x, G) effect(case, f, "post", vcovCL(f, cluster = x$area, type = "HC0", cadjust = TRUE), G - 1)
x <- d; x$patrols <- as.numeric(x$no <= 2 & x$t >= 53 & x$t <= 58)
f <- did(x, 49, "+ patrols"); clustered("did_event", f, x, 10); emit("did_event", "event", coef(f)["patrols"])
# A pretended start in January 2020 (month 25), counts before month 49 alone.
early <- d[d$t < 49, ]
f <- its(early[early$no == 1, ], 25); effect("its_placebo", f, "level")
clustered("did_placebo", did(early, 25), early, 10)
# Without one area.
x <- d[d$no != 2, ]; clustered("did_without_2", did(x, 49), x, 9)
x <- d[d$no != 5, ]; clustered("did_without_5", did(x, 49), x, 9)
x <- d[!d$no %in% 4:5, ]; clustered("did_without_ring", did(x, 49), x, 8)
x <- d[d$no > 3, ]; x$treated <- as.numeric(x$no %in% 4:5); clustered("did_ring", did(x, 49), x, 7)
# Forty counts a month of no area, all months. Its: to Area 1, after (worst) or before (best). Did: the other side's to others.
f <- its(transform(one, count = count + 40 * (t >= 49)), 49); effect("its_worst", f, "level")
f <- its(transform(one, count = count + 40 * (t < 49)), 49); effect("its_best", f, "level")
dealt <- function(count, weights) {
  share <- count * weights / sum(weights); part <- floor(share)
  for (i in order(-(share - part), seq_along(part))[seq_len(count - sum(part))]) part[i] <- part[i] + 1
  part
}
total <- tapply(d$count, d$no, sum)
for (case in c("worst", "best")) {
  x <- d
  for (t in 1:72) {
    after <- t >= 49; side <- if (after == (case == "worst")) 1:3 else 4:10
    rows <- which(x$t == t & x$no %in% side); rows <- rows[order(x$no[rows])]
    x$count[rows] <- x$count[rows] + dealt(40, total[as.character(x$no[rows])])
  }
  clustered(paste0("did_", case), did(x, 49), x, 10)
}
# AR(1) of logarithms: one area; three areas' sum in months all have; three against seven.
logs <- function(x, n) { s <- aggregate(cbind(count, e = exp(offset), k = 1) ~ t, x, sum); s <- s[s$k == n, ]; data.frame(t = s$t, y = log(s$count / s$e)) }
ar <- function(case, s) {
  s$level <- as.numeric(s$t >= 49); s$slope <- pmax(0, s$t - 49)
  for (k in 1:2) { s[[paste0("sin", k)]] <- sin(2 * pi * k * s$t / 12); s[[paste0("cos", k)]] <- cos(2 * pi * k * s$t / 12) }
  f <- gls(y ~ t + level + slope + sin1 + cos1 + sin2 + cos2, s, correlation = corAR1(form = ~t), method = "REML", control = glsControl(tolerance = 1e-12, msTol = 1e-14, msMaxIter = 1000, maxIter = 1000))
  b <- coef(f)["level"]; q <- qt(.975, nrow(s) - 8) * sqrt(vcov(f)["level", "level"])
  emit(case, "ratio", exp(b)); emit(case, "low", exp(b - q)); emit(case, "high", exp(b + q)); emit(case, "rho", coef(f$modelStruct$corStruct, unconstrained = FALSE))
}
ar("ar_one", logs(one, 1)); own <- logs(three, 3); others <- logs(d[d$no > 3, ], 7)
both <- merge(own, others, by = "t"); ar("ar_controlled", data.frame(t = both$t, y = both$y.x - both$y.y))
# Two periods.
rate <- function(rows) log(sum(d$count[rows]) / sum(exp(d$offset[rows])))
change <- sapply(1:10, function(a) rate(d$no == a & d$t >= 49) - rate(d$no == a & d$t < 49))
f <- lm(change ~ as.numeric(1:10 <= 3)); ci <- confint(f)[2, ]
emit("collapsed", "ratio", exp(coef(f)[2])); emit("collapsed", "low", exp(ci[1])); emit("collapsed", "high", exp(ci[2])); emit("collapsed", "p", summary(f)$coefficients[2, 4])
writeLines(c("case,quantity,value", unlist(lines)), "calls_beside.csv")
