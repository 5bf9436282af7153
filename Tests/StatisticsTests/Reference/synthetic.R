# Writes synthetic_data.csv and synthetic.csv: synthetic controls by trying every set of donors (exact for few donors).
# quadprog::solve.QP with a ridge of 1e-12 is printed beside as "qp". Run: Rscript synthetic.R
suppressPackageStartupMessages(library(quadprog))
set.seed(11)
lines <- list(); data <- list()
emit <- function(case, name, value) lines[[length(lines) + 1]] <<- sprintf("%s,%s,%.17g", case, name, value)
mix <- function(y, Y) {
  J <- ncol(Y); best <- Inf; weights <- NULL
  for (set in seq_len(2^J - 1)) {
    S <- which(bitwAnd(set, 2^(seq_len(J) - 1)) > 0)
    w <- if (length(S) == 1) 1 else {
      D <- Y[, S[-1], drop = FALSE] - Y[, S[1]]
      q <- qr(D); if (q$rank < ncol(D)) next
      b <- qr.coef(q, y - Y[, S[1]]); c(1 - sum(b), b)
    }
    if (any(w < 0)) next
    r <- sum((y - Y[, S, drop = FALSE] %*% w)^2)
    if (r < best) { best <- r; weights <- rep(0, J); weights[S] <- w }
  }
  weights
}
rmspe <- function(g) sqrt(mean(g^2))
ratio <- function(y, Y, pre) { w <- mix(y[pre], Y[pre, , drop = FALSE]); g <- y - Y %*% w; rmspe(g[-pre]) / rmspe(g[pre]) }
for (case in c("mixed", "inside", "outside")) {
  J <- 6; pre <- 1:24; T <- 36
  factor <- cumsum(rnorm(T)); Y <- sapply(1:J, function(j) 50 + 3 * j + factor * runif(1, 0.5, 1.5) + rnorm(T))
  y <- switch(case, mixed = 0.5 * Y[, 1] + 0.5 * Y[, 4] + rnorm(T), inside = Y %*% c(.3, .2, 0, 0, .1, .4) + rnorm(T, 0, .3), outside = Y[, 6] + 12 + rnorm(T))
  y[-pre] <- y[-pre] - 2
  w <- mix(y[pre], Y[pre, ]); g <- as.vector(y - Y %*% w)
  qp <- solve.QP(crossprod(Y[pre, ]) + diag(1e-12, J), crossprod(Y[pre, ], y[pre]), cbind(1, diag(J)), c(1, rep(0, J)), meq = 1)$solution
  stopifnot(max(abs(qp - w)) < 2e-4)
  for (j in 1:J) emit(case, paste0("weight", j), w[j])
  emit(case, "before", rmspe(g[pre])); emit(case, "after", rmspe(g[-pre])); emit(case, "gap", mean(g[-pre]))
  all <- c(ratio(y, Y, pre), sapply(1:J, function(j) ratio(Y[, j], Y[, -j], pre)))
  for (j in 1:J) emit(case, paste0("placebo", j), all[j + 1])
  emit(case, "p", mean(all >= all[1]))
  for (j in which(w > 0)) { v <- mix(y[pre], Y[pre, -j]); emit(case, paste0("without", j), mean((y - Y[, -j] %*% v)[-pre])) }
  d <- data.frame(case, month = 1:T, y = sprintf("%.17g", y)); for (j in 1:J) d[[paste0("d", j)]] <- sprintf("%.17g", Y[, j])
  data[[case]] <- d
}
write.table(do.call(rbind, data), "synthetic_data.csv", sep = ",", row.names = FALSE, quote = FALSE)
writeLines(c("case,quantity,value", unlist(lines)), "synthetic.csv")
