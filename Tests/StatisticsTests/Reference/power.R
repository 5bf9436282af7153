# Writes power.csv: planned comparisons of counts, closed form and simulated, and the fitted null of counts on record. Base R.
# Lines: "closed",design,phi,rho,variance; "power",design,phi,rho,ratio,simulations,power; "pattern",name,...
# Run: Rscript power.R > power.csv
set.seed(20261121)
season <- function(t) 1 + 0.1 * cos(2 * pi * t / 12)
n <- 36; before <- 24; t <- 1:n
series <- 250 * season(t)
level <- as.numeric(t > before)
X <- cbind(1, t, level, pmax(0, t - before - 1), sin(2 * pi * t / 12), cos(2 * pi * t / 12), sin(4 * pi * t / 12), cos(4 * pi * t / 12))
covariance <- function(mu, phi, rho) { # Poisson about lognormal means that an AR(1) process moves
  s <- sqrt(log(1 + (phi - 1) / mu))
  V <- outer(mu, mu) * (exp(outer(s, s) * rho^abs(outer(seq_along(mu), seq_along(mu), "-"))) - 1)
  diag(V) <- phi * mu
  V
}
draw <- function(mu, phi, rho) {
  s <- sqrt(log(1 + (phi - 1) / mu)); z <- rnorm(1)
  for (k in seq_along(mu)[-1]) z[k] <- rho * z[k - 1] + sqrt(1 - rho^2) * rnorm(1)
  rpois(length(mu), mu * exp(s * z - s^2 / 2))
}
areas <- 10; sizes <- 40 + 5 * (1:areas); treated <- 1:areas <= 4
panel <- outer(sizes, season(1:24)); D <- outer(treated, 1:24 > 12) * 1
contrast <- function(mu, phi, rho) {
  w <- matrix(0, areas, 24)
  for (g in c(TRUE, FALSE)) { i <- treated == g
    w[i, 1:12] <- -1 / sum(mu[i, 1:12]); w[i, 13:24] <- 1 / sum(mu[i, 13:24]) }
  sum(sapply(1:areas, function(i) drop(t(w[i, ]) %*% covariance(mu[i, ], phi, rho) %*% w[i, ])))
}
for (phi in c(1, 4, 9)) for (rho in c(0, 0.3, 0.7)) {
  V <- covariance(series, phi, rho)
  w <- ifelse(level == 1, 1 / sum(series[level == 1]), -1 / sum(series[level == 0]))
  H <- solve(t(X) %*% (series * X)) %*% t(X)
  for (v in list(list("windows", drop(t(w) %*% V %*% w)), list("series", (H %*% V %*% t(H))[3, 3]), list("panel", contrast(panel, phi, rho))))
    cat(sprintf("closed,%s,%g,%g,%.17g\n", v[[1]], phi, rho, v[[2]]))
}
found <- list(
  windows = function(ratio, phi, rho) {
    y <- draw(series * ratio^level, phi, rho)
    s <- summary(glm(y ~ level, family = quasipoisson))$coefficients[2, 4]
    s < 0.05
  },
  series = function(ratio, phi, rho) {
    y <- draw(series * ratio^level, phi, rho)
    summary(glm.fit2(y))["p"] < 0.05
  },
  panel = function(ratio, phi, rho) {
    mu <- panel * ratio^D
    y <- t(sapply(1:areas, function(i) draw(mu[i, ], phi, rho)))
    d <- data.frame(y = as.vector(y), a = factor(rep(1:areas, 24)), m = factor(rep(1:24, each = areas)), D = as.vector(D))
    f <- glm(y ~ D + a + m, poisson, data = d)
    Z <- model.matrix(f); B <- solve(t(Z) %*% (fitted(f) * Z)); u <- rowsum(Z * (d$y - fitted(f)), d$a)
    se <- sqrt((B %*% t(u) %*% u %*% B)[2, 2] * areas / (areas - 1))
    abs(coef(f)[2] / se) > qt(0.975, areas - 1)
  })
glm.fit2 <- function(y) {
  f <- glm.fit(X, y, family = poisson()); R <- chol2inv(qr.R(f$qr)); df <- length(y) - ncol(X)
  phi <- sum((y - f$fitted.values)^2 / f$fitted.values) / df
  structure(list(p = 2 * pt(-abs(f$coefficients[3] / sqrt(phi * R[3, 3])), df)), class = "fit2")
}
summary.fit2 <- function(object, ...) c(p = unname(object$p))
for (case in list(list("windows", 4, 0, 0.94, 4000), list("windows", 4, 0.3, 0.93, 4000), list("windows", 4, 0.3, 1, 4000), list("series", 4, 0, 0.8, 4000),
                  list("series", 9, 0.3, 0.75, 4000), list("series", 4, 0, 1, 4000), list("panel", 3, 0, 0.9, 1500), list("panel", 3, 0.3, 0.85, 1500))) {
  hits <- sum(replicate(case[[5]], found[[case[[1]]]](case[[4]], case[[2]], case[[3]])), na.rm = TRUE)
  cat(sprintf("power,%s,%g,%g,%g,%d,%.17g\n", case[[1]], case[[2]], case[[3]], case[[4]], case[[5]], hits / case[[5]]))
}
lag1 <- function(r, m) sum(r[-1][diff(m) == 1] * r[-length(r)][diff(m) == 1]) / sum(r^2)
pattern <- function(name, m, y) { # m: months with January a multiple of 12
  days <- c(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[m %% 12 + 1]
  d <- data.frame(y = y, off = log(days), time = (m - m[1]) / 12, s1 = sin(2 * pi * m / 12), c1 = cos(2 * pi * m / 12), s2 = sin(4 * pi * m / 12), c2 = cos(4 * pi * m / 12))
  form <- if (length(y) >= 24) y ~ time + s1 + c1 + s2 + c2 + offset(off) else if (length(y) >= 12) y ~ time + offset(off) else y ~ 1 + offset(off)
  f <- glm(form, quasipoisson, data = d, epsilon = 1e-14); b <- coef(f); k <- 0:11
  shape <- if (length(y) >= 24) exp(b["s1"] * sin(2 * pi * k / 12) + b["c1"] * cos(2 * pi * k / 12) + b["s2"] * sin(4 * pi * k / 12) + b["c2"] * cos(4 * pi * k / 12)) else rep(1, 12)
  cat(sprintf("pattern,%s,%s,%s,%.17g,%.17g,%s\n", name, paste(m, collapse = " "), paste(y, collapse = " "), summary(f)$dispersion,
              lag1(residuals(f, "pearson"), m), paste(sprintf("%.17g", shape / mean(shape)), collapse = " ")))
}
m <- 24288 + 0:35
pattern("years", m, draw(300 * season(m + 1), 6, 0.5))
gaps <- m[-c(5, 20, 21)]
pattern("gaps", gaps, draw(80 * season(gaps), 3, 0.4))
pattern("year and a half", m[1:18], draw(rep(120, 18), 4, 0))
pattern("short", m[1:8], draw(rep(50, 8), 2, 0))
y <- t(sapply(1:6, function(i) draw(30 * i * season(1:20), 4, 0.4)))
d <- data.frame(y = as.vector(y), a = factor(rep(1:6, 20)), m = factor(rep(1:20, each = 6)))
f <- glm(y ~ a + m, quasipoisson, data = d, epsilon = 1e-14)
r <- matrix(residuals(f, "pearson"), 6)
cat(sprintf("panel,6,%s,,%.17g,%.17g\n", paste(as.vector(t(y)), collapse = " "), summary(f)$dispersion, sum(r[, -1] * r[, -20]) / sum(r^2)))
