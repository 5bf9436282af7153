# Writes sign_flip_groups.csv: every pattern of signs of whole courses counted. Run: Rscript sign_flip_groups.R > sign_flip_groups.csv
set.seed(21)
cat("groups;p\n")
for (sizes in list(c(8, 12), c(8, 12, 9, 11), c(5, 1, 9, 14, 2, 7, 7), rep(6, 12), c(3, 4, 5, 3, 9, 1, 1, 2, 6, 7, 3, 2, 4, 4, 5, 6, 7, 2))) for (likert in c(TRUE, FALSE)) {
  d <- unlist(lapply(sizes, function(n) rnorm(1, 0.5, 0.6) + rnorm(n))); d <- if (likert) round(d) else round(d, 6)
  g <- rep(seq_along(sizes), sizes); s <- as.numeric(tapply(d, g, sum)); sums <- 0
  for (x in s) sums <- c(sums + x, sums - x)
  cat(paste(tapply(d, g, function(x) paste(sprintf("%.15g", x), collapse = " ")), collapse = "|"),
    sprintf("%.17g", mean(abs(sums) >= abs(sum(s)) - 1e-9)), sep = ";"); cat("\n")
}
