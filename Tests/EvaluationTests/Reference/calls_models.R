# Writes calls_models_counts.csv and calls_models.csv: every method of a design on one file of counts, by glm, lm, glm.nb,
# sandwich and poisson.test. Run: Rscript calls_models.R
suppressPackageStartupMessages({library(MASS); library(sandwich)})
set.seed(77)
control <- glm.control(epsilon = 1e-14, maxit = 200)
lines <- list()
emit <- function(case, name, value) lines[[length(lines) + 1]] <<- sprintf("%s,%s,%.17g", case, name, unname(value))
year <- rep(2018:2023, each = 12); month <- rep(1:12, 6)
days <- as.integer(format(as.Date(sprintf("%d-%d-01", ifelse(month == 12, year + 1, year), ifelse(month == 12, 1, month + 1))) - 1, "%d"))
d <- do.call(rbind, lapply(1:10, function(a) {
  population <- 20000 + 3000 * a
  mu <- population * days * 0.00006 * exp(rnorm(1, 0, .2) + 0.2 * sin(2 * pi * (1:72) / 12) + 0.001 * (1:72) - ifelse(a <= 3 & 1:72 >= 49, 0.15, 0))
  data.frame(area = sprintf("Area %d", a), no = a, t = 1:72, month = sprintf("%d-%02d", year, month), days, population, count = rnbinom(72, mu = mu, size = 15))
}))
d <- d[!(d$no == 1 & d$t %in% c(20, 55)) & !(d$no == 7 & d$t == 5), ]
write.table(d[, c("area", "month", "count", "population")], "calls_models_counts.csv", sep = ",", row.names = FALSE, quote = FALSE)
d$time <- d$t; d$level <- as.numeric(d$t >= 49); d$slope <- pmax(0, d$t - 49)
for (k in 1:2) { d[[paste0("sin", k)]] <- sin(2 * pi * k * d$t / 12); d[[paste0("cos", k)]] <- cos(2 * pi * k * d$t / 12) }
d$offset <- log(d$population * d$days); d$treated <- as.numeric(d$no <= 3); d$rate <- 1000 * d$count / d$population
show <- function(case, fit, V, names = rownames(V)) for (n in names) {
  label <- gsub("(Intercept)", "intercept", n, fixed = TRUE)
  emit(case, label, coef(fit)[n]); emit(case, paste0(label, ".se"), sqrt(V[n, n]))
}
base <- "time + level + slope + sin1 + cos1 + sin2 + cos2"
one <- d[d$no == 1, ]
f <- glm(as.formula(paste("count ~", base, "+ offset(offset)")), quasipoisson, one, control = control)
show("its", f, vcov(f)); emit("its", "dispersion", summary(f)$dispersion); emit("its", "df", f$df.residual)
b <- coef(f)["level"]; q <- qt(.975, f$df.residual) * sqrt(vcov(f)["level", "level"])
emit("its", "ratio", exp(b)); emit("its", "low", exp(b - q)); emit("its", "high", exp(b + q)); emit("its", "at12", exp(b + 12 * coef(f)["slope"]))
show("its_lag", f, NeweyWest(f, lag = 12, prewhite = FALSE, adjust = FALSE))
f <- glm.nb(as.formula(paste("count ~", base, "+ offset(offset)")), one, control = glm.control(epsilon = 1e-14, maxit = 500))
show("its_negbin", f, vcov(f)); emit("its_negbin", "theta", f$theta); emit("its_negbin", "loglik", logLik(f))
f <- lm(as.formula(paste("rate ~", base)), one); show("its_gaussian", f, vcov(f)); emit("its_gaussian", "dispersion", summary(f)$sigma^2)
two <- d[d$no %in% c(1, 5), ]; two$treated <- as.numeric(two$no == 1)
for (n in c("time", "level", "slope")) two[[paste0("treated.", n)]] <- two$treated * two[[n]]
f <- glm(as.formula(paste("count ~", base, "+ treated + treated.time + treated.level + treated.slope + offset(offset)")), quasipoisson, two, control = control)
show("controlled_its", f, vcov(f)); emit("controlled_its", "dispersion", summary(f)$dispersion)
d$treated_post <- d$treated * d$level
f <- glm(count ~ treated_post + area + factor(t) + offset(offset), poisson, d, control = control)
V <- vcovCL(f, cluster = d$area); show("did", f, V, "treated_post"); emit("did", "df", f$df.residual)
f <- lm(rate ~ treated_post + area + factor(t), d)
V <- vcovCL(f, cluster = d$area); show("did_gaussian", f, V, "treated_post")
writeLines(c("case,quantity,value", unlist(lines)), "calls_models.csv")
