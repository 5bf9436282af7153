# Writes mixed.csv: random intercepts by REML, lme4::lmer with a tight optimiser and lmerTest's Satterthwaite degrees of
# freedom. Run: Rscript mixed.R > mixed.csv (needs r-cran-lme4, r-cran-lmertest)
suppressMessages({library(lme4); library(lmerTest)})
set.seed(31)
out <- function(x) paste(sprintf("%.17g", x), collapse = " ")
cat("name;y;columns;groups;subgroups;estimates;errors;df;variances;residual;loglik;singular\n")
control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-12, maxfun = 1e5), check.conv.singular = "ignore")
write_model <- function(name, y, columns, g, a = NULL) {
  data <- data.frame(y = y, g = factor(g)); if (!is.null(a)) data$a <- factor(a)
  for (k in seq_along(columns)) data[[paste0("x", k)]] <- columns[[k]]
  fixed <- if (length(columns)) paste0("x", seq_along(columns), collapse = " + ") else "1"
  formula <- as.formula(paste("y ~", fixed, "+ (1 | g)", if (!is.null(a)) "+ (1 | a)"))
  fit <- suppressMessages(lmerTest::lmer(formula, data, REML = TRUE, control = control))
  table <- coef(summary(fit, ddf = "Satterthwaite"))
  v <- as.data.frame(VarCorr(fit)); variance <- function(which) v$vcov[v$grp == which]
  variances <- c(variance("g"), if (!is.null(a)) variance("a"))
  variances[variances < 1e-9 * variance("Residual")] <- 0
  cat(name, out(y), paste(sapply(columns, out), collapse = "|"), out(g), if (is.null(a)) "" else out(a),
      out(table[, "Estimate"]), out(table[, "Std. Error"]), out(table[, "df"]), out(variances), out(variance("Residual")),
      out(as.numeric(logLik(fit))), as.integer(any(variances == 0)), sep = ";")
  cat("\n")
}
write_model("Dyestuff", Dyestuff$Yield, list(), as.integer(Dyestuff$Batch))
write_model("Dyestuff2", Dyestuff2$Yield, list(), as.integer(Dyestuff2$Batch))
write_model("sleepstudy", sleepstudy$Reaction, list(sleepstudy$Days), as.integer(sleepstudy$Subject))
write_model("Pastes", Pastes$strength, list(), as.integer(Pastes$batch), as.integer(Pastes$sample))
waves <- function(sizes, sc, sa, effect, lost) {
  course <- rep(seq_along(sizes), sizes); n <- length(course)
  level <- rnorm(length(sizes), 0, sc)[course] + rnorm(n, 0, sa)
  d <- expand.grid(a = seq_len(n), wave = 0:2); d$g <- course[d$a]
  d$y <- round(4 + effect[d$wave + 1] + level[d$a] + rnorm(nrow(d), 0, 0.7), 1)
  d[d$wave == 0 | runif(nrow(d)) > lost, ]
}
for (case in list(list("waves", c(8, 12, 10, 9, 11, 7), 0.4, 0.8, 0.25), list("few", c(5, 6, 4), 0.5, 1, 0.3),
                  list("unequal", c(2, 30, 5, 14, 1, 9, 3), 0.6, 0.9, 0.4), list("nocourse", rep(6, 8), 0, 0.9, 0.2),
                  list("noperson", rep(5, 6), 0.8, 0, 0.1), list("none", rep(4, 4), 0, 0, 0.2),
                  list("strong", c(10, 10, 10, 10), 3, 2, 0.1))) {
  d <- waves(case[[2]], case[[3]], case[[4]], c(0, 1, 0.8), case[[5]])
  write_model(case[[1]], d$y, list(+(d$wave == 1), +(d$wave == 2)), d$g, d$a)
}
d <- waves(rep(8, 5), 0.5, 0.8, c(0, 0.4, 0.3), 0.3)
write_model("covariate", d$y + 1000, list(+(d$wave == 1), +(d$wave == 2), round(rnorm(40, 50, 9))[d$a]), d$g, d$a)
write_model("people", d$y, list(+(d$wave > 0)), d$a)
