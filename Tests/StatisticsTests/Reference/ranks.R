# Writes ranks.csv. Run: Rscript ranks.R > ranks.csv (needs r-cran-exactranktests)
# Exact p values are exactRankTests::wilcox.exact's, normal ones wilcox.test's; Hodges-Lehmann is written out: the median of all
# Walsh averages, and their order statistics by qsignrank.
source("samples.R")
cat("name,from,to,v,p,method,rank_biserial,hl,hl_low,hl_high\n")
for (name in names(samples)) {
  from <- samples[[name]][[1]]; to <- samples[[name]][[2]]; d <- round(to - from, 10); kept <- d[d != 0]
  exact <- length(kept) <= 60
  test <- suppressWarnings(if (exact) exactRankTests::wilcox.exact(kept, exact = TRUE) else wilcox.test(kept, exact = FALSE, correct = TRUE))
  ranks <- rank(abs(kept)); plus <- sum(ranks[kept > 0]); minus <- sum(ranks[kept < 0])
  walsh <- outer(d, d, "+") / 2; walsh <- sort(walsh[lower.tri(walsh, diag = TRUE)])
  n <- length(d); c <- max(1, qsignrank(0.025, n))
  out <- c((plus - minus) / (plus + minus), median(walsh), walsh[c], walsh[n * (n + 1) / 2 + 1 - c])
  cat(name, show(from), show(to), sprintf("%.17g,%.17g,%s", test$statistic, test$p.value, if (exact) "exact" else "normal"),
    paste(sprintf("%.17g", out), collapse = ","), sep = ","); cat("\n")
}
