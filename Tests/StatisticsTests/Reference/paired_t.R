# Writes paired_t.csv: R's paired t test of small samples, and power.t.test. Run: Rscript paired_t.R > paired_t.csv
options(digits = 17)
samples <- list(
  likert = list(c(3, 4, 5, 2, 6, 5, 4, 3), c(5, 4, 7, 3, 6, 8, 5, 2)),
  two = list(c(1, 2), c(3, 5)),
  offset = list(1e7 + c(0.1, 0.2, 0.3, 0.4), 1e7 + c(0.2, 0.4, 0.4, 0.9)),
  decimals = list(c(0.1, 0.2, 0.3, 0.7, 1.1), c(0.4, 0.1, 0.9, 0.8, 1.0)),
  far = list((1:40) / 7, (1:40) / 7 + 3 + sin(1:40) / 10),
  none = list(c(5, 6, 7, 8, 5, 6), c(6, 5, 8, 7, 5, 6))
)
cat("name,from,to,mean,sd,t,df,p,low,high\n")
for (name in names(samples)) {
  from <- samples[[name]][[1]]; to <- samples[[name]][[2]]
  test <- t.test(to, from, paired = TRUE)
  numbers <- c(test$estimate, sd(to - from), test$statistic, test$parameter, test$p.value, test$conf.int)
  cat(name, paste(sprintf("%.17g", from), collapse = " "), paste(sprintf("%.17g", to), collapse = " "),
      paste(sprintf("%.17g", numbers), collapse = ","), sep = ",")
  cat("\n")
}
