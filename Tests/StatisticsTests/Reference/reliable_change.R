# Writes reliable_change.csv: Jacobson and Truax's index written out. Run: Rscript reliable_change.R > reliable_change.csv
source("samples.R")
cat("name,reliability,maximum,se,sdiff,improved,worse,ceiling,indices\n")
for (name in c("likert8", "likert40", "likert200", "decimals", "negative", "thirds", "real25")) for (r in c(0, 0.62, 0.91)) {
  from <- samples[[name]][[1]]; d <- round(samples[[name]][[2]] - from, 10); most <- 10
  se <- sd(from) * sqrt(1 - r); sdiff <- sqrt(2) * se; rci <- d / sdiff
  cat(sprintf("%s,%.17g,%g,%.17g,%.17g,%d,%d,%d,%s\n", name, r, most, se, sdiff, sum(rci > 1.96), sum(rci < -1.96),
    sum(round(most - from, 10) < 1.96 * sdiff), paste(sprintf("%.17g", rci[1:min(8, length(rci))]), collapse = " ")))
}
