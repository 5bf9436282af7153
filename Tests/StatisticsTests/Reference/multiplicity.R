# Writes multiplicity.csv: p.adjust with missing values kept in place. Run: Rscript multiplicity.R > multiplicity.csv
cat("p,holm,bh\n")
for (p in list(c(0.01, 0.04, 0.03, 0.005), c(0.5, NA, 0.02, 0.02, 0.9), c(0.2), c(0.6, 0.7, 0.8), c(NA, 1e-30, 0.05))) {
  show <- function(x) paste(ifelse(is.na(x), "NA", sprintf("%.17g", x)), collapse = " ")
  cat(show(p), show(p.adjust(p, "holm")), show(p.adjust(p, "BH")), sep = ",")
  cat("\n")
}
