# Writes intraclass.csv: the one-way intraclass correlation by aov, and the design effect. Run: Rscript intraclass.R > intraclass.csv
set.seed(11)
groups <- list(
  equal = split(round(rnorm(40) + rep(rnorm(5), each = 8), 2), rep(1:5, each = 8)),
  unequal = split(round(rnorm(47) + rep(rnorm(6), c(3, 12, 1, 20, 4, 7)), 2), rep(1:6, c(3, 12, 1, 20, 4, 7))),
  negative = list(c(1, 5, 9), c(2, 5, 8), c(0, 5, 10), c(1, 4, 10)),
  two = list(c(1, 2, 4, 2), c(5, 7, 6)),
  likert = split(sample(-2:4, 90, TRUE), rep(1:9, each = 10)),
  no_difference_within = list(c(2, 2, 2), c(5, 5), c(1, 1))
)
cat("groups;clusters;people;mean_size;cv;between;within;f;p;icc;design_effect\n")
for (g in groups) {
  y <- unlist(g); f <- factor(rep(seq_along(g), lengths(g))); table <- suppressWarnings(anova(aov(y ~ f))); sizes <- lengths(g); G <- length(g); N <- sum(sizes)
  between <- table[1, 3]; within <- table[2, 3]; if (within < 1e-20) within <- 0
  n0 <- (N - sum(sizes^2) / N) / (G - 1); icc <- (between - within) / (between + (n0 - 1) * within)
  cv <- sd(sizes) / mean(sizes)
  out <- c(G, N, mean(sizes), cv, between, within, if (within > 0) table[1, 4] else NA, if (within > 0) table[1, 5] else NA, icc,
    1 + ((1 + cv^2) * mean(sizes) - 1) * max(0, icc))
  cat(paste(sapply(g, function(x) paste(sprintf("%.15g", x), collapse = " ")), collapse = "|"),
    paste(ifelse(is.na(out), "NA", sprintf("%.17g", out)), collapse = ";"), sep = ";"); cat("\n")
}
