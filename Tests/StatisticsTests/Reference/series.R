# Writes series_data.csv and series.csv: interrupted time series by glm, MASS::glm.nb, lm and sandwich::NeweyWest.
# Run: Rscript series.R
# series.csv: case, quantity, value. Errors of effects in calls by the delta method on the full model with dummy variables.
suppressPackageStartupMessages({library(MASS); library(sandwich)})
set.seed(20261121)
control <- glm.control(epsilon = 1e-14, maxit = 200)
data <- list(); lines <- list()
emit <- function(case, name, value) lines[[length(lines) + 1]] <<- sprintf("%s,%s,%.17g", case, name, unname(value))
days <- rep(c(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 20)
make <- function(case, series, months, start, rate, family, theta = 8, sides = 1, first = 1) {
  eta <- log(rate) + 0.002 * months + ifelse(months >= start & sides == 1, -0.12 - 0.004 * (months - start), 0) +
    0.15 * sin(2 * pi * months / 12) + 0.05 * cos(4 * pi * months / 12)
  offset <- log(days[months] * 1.5)
  count <- switch(family,
    negbin = rnbinom(length(months), mu = exp(eta + offset), size = theta),
    poisson = rpois(length(months), exp(eta + offset)),
    under = round(exp(eta + offset)))
  d <- data.frame(case = case, series = series, side = sides, month = months, count = count, offset = offset, start = start)
  data[[length(data) + 1]] <<- d
  d
}
columns <- function(d, K, first = min(d$month)) {
  d$time <- d$month - first + 1
  d$level <- as.numeric(d$month >= d$start)
  d$slope <- pmax(0, d$month - d$start)
  for (k in seq_len(K)) {
    if (k < 6) d[[paste0("sin", k)]] <- sin(2 * pi * k * d$time / 12)
    d[[paste0("cos", k)]] <- cos(2 * pi * k * d$time / 12)
  }
  d
}
seasons <- function(K) unlist(lapply(seq_len(K), function(k) paste0(if (k < 6) c("sin", "cos") else "cos", k)))
hac <- function(fit, series, lag) {
  B <- if (inherits(fit, "glm")) summary(fit)$cov.unscaled else summary(fit)$cov.unscaled
  if (length(unique(series)) == 1) return(NeweyWest(fit, lag = lag, prewhite = FALSE, adjust = FALSE))
  phi <- if (inherits(fit, "negbin") || !inherits(fit, "glm") || fit$family$family == "poisson") 1 else {
    sum(residuals(fit, "working")^2 * weights(fit, "working")) / sum(weights(fit, "working")) }
  S <- if (inherits(fit, "glm")) residuals(fit, "working") * weights(fit, "working") * model.matrix(fit) else residuals(fit) * model.matrix(fit)
  meat <- 0
  for (s in unique(series)) {
    u <- S[series == s, , drop = FALSE]; n <- nrow(u)
    m <- crossprod(u)
    for (l in seq_len(lag)) { g <- crossprod(u[(l + 1):n, , drop = FALSE], u[1:(n - l), , drop = FALSE]); m <- m + (1 - l / (lag + 1)) * (g + t(g)) }
    meat <- meat + m
  }
  B %*% meat %*% B
}
report <- function(case, d, fit, terms, lag, level = "level", slope = "slope", treated = rep(TRUE, nrow(d))) {
  isLog <- inherits(fit, "glm")
  b <- coef(fit); V <- vcov(fit)
  if (inherits(fit, "glm") && !inherits(fit, "negbin") && fit$family$family == "quasipoisson") emit(case, "dispersion", summary(fit)$dispersion)
  if (!isLog) emit(case, "dispersion", summary(fit)$sigma^2)
  H <- hac(fit, d$series, lag)
  for (name in terms) {
    at <- if (name == "intercept") "(Intercept)" else name
    emit(case, name, b[at]); emit(case, paste0(name, ".se"), sqrt(V[at, at])); emit(case, paste0(name, ".hac"), sqrt(H[at, at]))
  }
  emit(case, "df", fit$df.residual)
  if (inherits(fit, "negbin")) { emit(case, "theta", fit$theta); emit(case, "theta.se", fit$SE.theta) }
  if (!(isLog && !inherits(fit, "negbin") && fit$family$family == "quasipoisson")) emit(case, "loglik", logLik(fit))
  X <- model.matrix(fit)
  after <- which(d$month >= d$start & treated)
  X0 <- X; X0[, c(level, slope)] <- 0
  o <- if (isLog) d$offset else 0
  inverse <- if (isLog) exp else identity
  mu <- inverse(as.vector(X %*% b) + o); cf <- inverse(as.vector(X0 %*% b) + o)
  scale <- function(factor) {
    G <- if (isLog) colSums(factor * (cf * X0 - mu * X)[after, , drop = FALSE]) else colSums(factor * (X0 - X)[after, , drop = FALSE])
    c(sum(factor * (cf - mu)[after]), sqrt(t(G) %*% V %*% G), sqrt(t(G) %*% H %*% G))
  }
  total <- scale(1)
  yearly <- scale(12 / as.numeric(table(d$series[after])[as.character(d$series[after])]))
  emit(case, "averted", total[1]); emit(case, "averted.se", total[2]); emit(case, "averted.hac", total[3])
  emit(case, "yearly", yearly[1]); emit(case, "yearly.se", yearly[2])
  c12 <- setNames(rep(0, length(b)), names(b)); c12[level] <- 1; c12[slope] <- 12
  emit(case, "at12", sum(c12 * b)); emit(case, "at12.se", sqrt(t(c12) %*% V %*% c12))
  if (length(unique(d$series)) == 1) {
    e <- if (isLog) residuals(fit, "pearson") else residuals(fit)
    a <- acf(e, lag.max = 12, plot = FALSE)$acf[-1]
    emit(case, "acf1", a[1]); emit(case, "acf12", a[12])
    emit(case, "dw", sum(diff(e)^2) / sum(e^2))
    test <- Box.test(e, lag = 12, type = "Ljung-Box"); emit(case, "ljungbox", test$statistic); emit(case, "ljungbox.p", test$p.value)
  }
}
form <- function(y, terms, log = TRUE) as.formula(paste(y, "~", paste(terms, collapse = " + "), if (log) "+ offset(offset)" else ""))
base <- c("time", "level", "slope")

d <- columns(make("quasi", 1, 1:72, 49, 6, "negbin"), 2)
report("quasi", d, glm(form("count", c(base, seasons(2))), quasipoisson, d, control = control), c("intercept", base, seasons(2)), 12)
d <- columns(make("poisson", 1, 1:60, 37, 3, "poisson"), 1)
report("poisson", d, glm(form("count", c(base, seasons(1))), poisson, d, control = control), c("intercept", base, seasons(1)), 3)
d <- columns(make("negbin", 1, 1:72, 49, 5, "negbin", theta = 4), 2)
fit <- glm.nb(form("count", c(base, seasons(2))), d, control = glm.control(epsilon = 1e-14, maxit = 500))
report("negbin", d, fit, c("intercept", base, seasons(2)), 6)
d <- columns(make("gaussian", 1, 1:72, 49, 6, "negbin"), 2)
report("gaussian", d, lm(form("count", c(base, seasons(2)), FALSE), d), c("intercept", base, seasons(2)), 12)
d <- columns(make("gaps", 1, setdiff(1:80, c(5, 6, 30, 61)), 49, 4, "negbin"), 3)
report("gaps", d, glm(form("count", c(base, seasons(3))), quasipoisson, d, control = control), c("intercept", base, seasons(3)), 4)
d <- columns(make("six", 1, 1:84, 49, 2, "negbin"), 6)
report("six", d, glm(form("count", c(base, seasons(6))), quasipoisson, d, control = control), c("intercept", base, seasons(6)), 12)
d <- columns(make("under", 1, 1:72, 49, 6, "under"), 2)
report("under", d, glm(form("count", c(base, seasons(2))), poisson, d, control = control), c("intercept", base, seasons(2)), 12)
d <- make("events", 1, 1:72, 49, 6, "negbin"); d <- columns(d, 2)
d <- d[!(d$month %in% 49:50), ]; d$lockdown <- as.numeric(d$month %in% 15:20); d$recording <- as.numeric(d$month >= 30)
terms <- c(base, seasons(2), "lockdown", "recording")
report("events", d, glm(form("count", terms), quasipoisson, d, control = control), c("intercept", terms), 12)
d <- do.call(rbind, lapply(1:5, function(s) make("joint", s, setdiff(1:60, if (s == 3) c(10, 11, 50) else 0), 40, 2 * s, "negbin")))
d <- columns(d, 2, 1); d$area <- factor(d$series)
report("joint", d, glm(form("count", c("area", base, seasons(2))), quasipoisson, d, control = control), c(base, seasons(2)), 12)
report("jointgaussian", d, lm(form("count", c("area", base, seasons(2)), FALSE), d), c(base, seasons(2)), 12)
report("jointnegbin", d, glm.nb(form("count", c("area", base, seasons(2))), d, control = glm.control(epsilon = 1e-14, maxit = 500)), c("intercept", base, seasons(2)), 12)
d <- rbind(make("controlled", 1, 1:72, 49, 5, "negbin", sides = 1), make("controlled", 2, 1:72, 49, 9, "negbin", sides = 0))
d <- columns(d, 2); d$treated <- d$side
for (name in base) d[[paste0("treated:", name)]] <- d$treated * d[[name]]
names(d) <- sub(":", ".", names(d))
terms <- c(base, seasons(2), "treated", "treated.time", "treated.level", "treated.slope")
report("controlled", d, glm(form("count", terms), quasipoisson, d, control = control), c("intercept", terms), 12, "treated.level", "treated.slope", d$side == 1)
write.table(do.call(rbind, data), "series_data.csv", sep = ",", row.names = FALSE, quote = FALSE)
writeLines(c("case,quantity,value", unlist(lines)), "series.csv")
