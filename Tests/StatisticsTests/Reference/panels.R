# Writes panels_data.csv and panels.csv: two-way fixed effects with dummy variables, cluster errors (sandwich, clubSandwich),
# the wild cluster bootstrap written out, and event studies. Run: Rscript panels.R
suppressPackageStartupMessages({library(sandwich); library(clubSandwich)})
set.seed(5)
# clubSandwich 0.5.8 takes eigenvalues above 1e-12 for not zero, whatever the size of the matrix: with Poisson means of 30 the zero
# that every area level makes is 1e-12 or so, and the degrees of freedom become noise. Here zero is relative to the largest.
assignInNamespace("matrix_power", function(x, p, symmetric = TRUE, tol = -11) {
  eig <- eigen(x, symmetric = symmetric)
  eig$vectors %*% (ifelse(eig$values > 10^tol * max(eig$values), eig$values^p, 0) * t(eig$vectors))
}, "clubSandwich")
control <- glm.control(epsilon = 1e-14, maxit = 200)
data <- list(); lines <- list()
emit <- function(case, name, value) lines[[length(lines) + 1]] <<- sprintf("%s,%s,%.17g", case, name, unname(value))
days <- rep(c(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 10)
make <- function(case, areas, months, treated, start, drop = 0) {
  d <- expand.grid(month = seq_len(months), area = seq_len(areas))
  level <- rnorm(areas, 0, 0.6); season <- rnorm(months, 0, 0.15)
  d$offset <- log(days[d$month] * (1 + d$area / 10))
  d$treat <- as.numeric(d$area <= treated & d$month >= start)
  d$cover <- round(rnorm(nrow(d)), 3)
  mu <- exp(d$offset - 1.5 + level[d$area] + season[d$month] - 0.15 * d$treat + 0.05 * d$cover)
  d$count <- rnbinom(nrow(d), mu = mu, size = 10)
  d$case <- case
  if (drop > 0) d <- d[-sample(nrow(d), drop), ]
  data[[length(data) + 1]] <<- d[, c("case", "area", "month", "count", "offset", "treat", "cover")]
  d
}
clustered <- function(case, fit, d, terms, K) {
  G <- length(unique(d$area)); N <- nrow(d)
  cr0 <- vcovCL(fit, cluster = d$area, type = "HC0", cadjust = FALSE)
  nested <- K - G + 1
  for (t in terms) {
    emit(case, t, coef(fit)[t])
    emit(case, paste0(t, ".cr1"), sqrt(cr0[t, t] * G / (G - 1)))
    emit(case, paste0(t, ".cr1s"), sqrt(cr0[t, t] * G / (G - 1) * (N - 1) / (N - K)))
    emit(case, paste0(t, ".nested"), sqrt(cr0[t, t] * G / (G - 1) * (N - 1) / (N - nested)))
  }
}
cr2 <- function(case, fit, d, terms) {
  table <- coef_test(fit, vcov = "CR2", cluster = d$area, test = "Satterthwaite", coefs = terms)
  for (t in terms) {
    row <- table[rownames(table) == t | table$Coef == t, ]
    emit(case, paste0(t, ".cr2"), row$SE); emit(case, paste0(t, ".cr2.df"), row$df); emit(case, paste0(t, ".cr2.p"), row$p_Satt)
  }
}
wild <- function(d, weights) {
  full <- lm(rate ~ treat + factor(area) + factor(month), d)
  null <- lm(rate ~ factor(area) + factor(month), d)
  X <- model.matrix(full); at <- which(colnames(X) == "treat")
  XX <- solve(crossprod(X)); clusters <- as.integer(factor(d$area))
  tstat <- function(y) {
    b <- XX %*% crossprod(X, y); e <- as.vector(y - X %*% b)
    s <- rowsum(X * e, clusters)
    V <- XX %*% crossprod(s) %*% XX
    b[at] / sqrt(V[at, at])
  }
  real <- abs(tstat(d$rate)); u <- residuals(null); f <- fitted(null)
  grid <- as.matrix(expand.grid(rep(list(weights), length(unique(clusters)))))
  mean(apply(grid, 1, function(w) abs(tstat(f + u * w[clusters])) >= real - 1e-10))
}
for (case in c("balanced", "gaps", "few", "five")) {
  d <- switch(case, balanced = make(case, 14, 36, 5, 19), gaps = make(case, 20, 30, 6, 16, drop = 70), few = make(case, 8, 24, 3, 13), five = make(case, 5, 16, 2, 9))
  d$rate <- 1000 * d$count / exp(d$offset)
  fa <- factor(d$area); fm <- factor(d$month)
  p <- glm(count ~ treat + cover + fa + fm + offset(offset), poisson, d, control = control)
  K <- length(coef(p))
  clustered(paste0(case, ".poisson"), p, d, c("treat", "cover"), K)
  emit(paste0(case, ".poisson"), "loglik", logLik(p)); emit(paste0(case, ".poisson"), "df", p$df.residual)
  emit(paste0(case, ".poisson"), "dispersion", sum(residuals(p, "pearson")^2) / p$df.residual)
  if (case != "five") cr2(paste0(case, ".poisson"), p, d, c("treat", "cover"))
  l <- lm(rate ~ treat + cover + fa + fm, d)
  clustered(paste0(case, ".linear"), l, d, c("treat", "cover"), K)
  emit(paste0(case, ".linear"), "dispersion", summary(l)$sigma^2); emit(paste0(case, ".linear"), "loglik", logLik(l))
  if (case != "five") cr2(paste0(case, ".linear"), l, d, c("treat", "cover"))
  if (case == "few") emit(case, "wild", wild(d, c(-1, 1)))
  if (case == "five") emit(case, "wild", wild(d, c(-sqrt(1.5), -1, -sqrt(0.5), sqrt(0.5), 1, sqrt(1.5))))
}
# Event study on "balanced": relative months binned to -7 and earlier, 7 and later, reference -1.
d <- data[[1]]; d$rate <- 1000 * d$count / exp(d$offset)
relative <- ifelse(d$area <= 5, pmax(-7, pmin(7, d$month - 19)), NA)
steps <- setdiff(-7:7, -1)
for (e in steps) d[[paste0("e", if (e < 0) "m" else "p", abs(e))]] <- as.numeric(!is.na(relative) & relative == e)
names <- paste0("e", ifelse(steps < 0, "m", "p"), abs(steps))
for (kind in c("poisson", "linear")) {
  f <- paste(paste(names, collapse = " + "), "+ factor(area) + factor(month)")
  fit <- if (kind == "poisson") glm(as.formula(paste("count ~", f, "+ offset(offset)")), poisson, d, control = control) else lm(as.formula(paste("rate ~", f)), d)
  G <- 14
  V <- vcovCL(fit, cluster = d$area, type = "HC0", cadjust = FALSE) * G / (G - 1)
  for (n in names) { emit(paste0("event.", kind), n, coef(fit)[n]); emit(paste0("event.", kind), paste0(n, ".se"), sqrt(V[n, n])) }
  leads <- names[steps < 0][1:3 + 3]
  W <- t(coef(fit)[leads]) %*% solve(V[leads, leads]) %*% coef(fit)[leads] / length(leads)
  emit(paste0("event.", kind), "wald3", W); emit(paste0("event.", kind), "wald3.p", pf(W, length(leads), G - 1, lower.tail = FALSE))
}
write.table(do.call(rbind, data), "panels_data.csv", sep = ",", row.names = FALSE, quote = FALSE)
writeLines(c("case,quantity,value", unlist(lines)), "panels.csv")
