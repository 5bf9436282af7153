# Writes differences.csv: Newcombe's intervals of a difference of shares, of different people and of the same ones, and the
# chi-squared forms of McNemar's test with the exact interval of its odds ratio. Run: Rscript differences.R > differences.csv
# The intervals are written out from the papers and checked against the examples there.
wilson <- function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE)$conf.int)
independent <- function(x, n, y, m) {
  p <- x / n; q <- y / m; a <- wilson(x, n); b <- wilson(y, m)
  c(q - p, q - p - sqrt((q - b[1])^2 + (a[2] - p)^2), q - p + sqrt((b[2] - q)^2 + (p - a[1])^2))
}
paired <- function(both, gained, lost, neither) {
  n <- both + gained + lost + neither; p <- (both + lost) / n; q <- (both + gained) / n
  a <- wilson(both + lost, n); b <- wilson(both + gained, n)
  margins <- (both + gained) * (lost + neither) * (both + lost) * (gained + neither)
  product <- both * neither - gained * lost
  phi <- if (margins == 0) 0 else (if (product > 0) max(0, product - n / 2) else product) / sqrt(margins)
  half <- function(u, v) sqrt(u^2 - 2 * phi * u * v + v^2)
  c(q - p, q - p - half(q - b[1], a[2] - p), q - p + half(b[2] - q, p - a[1]))
}
# Newcombe (1998), 56/70 against 48/80: 0.0524 to 0.3339; (1998b), table of 36, 12, 2, 0: 0.0569 to 0.3404.
stopifnot(all(abs(independent(48, 80, 56, 70)[2:3] - c(0.0524, 0.3339)) < 5e-5))
stopifnot(all(abs(paired(36, 12, 2, 0)[2:3] - c(0.0569, 0.3404)) < 5e-5))
cat("kind,counts,values\n")
line <- function(kind, counts, values) cat(sprintf("%s,%s,%s\n", kind, paste(counts, collapse = " "),
  paste(ifelse(is.na(values), "NA", sprintf("%.17g", values)), collapse = " ")))
for (case in list(c(48, 80, 56, 70), c(0, 10, 10, 10), c(0, 10, 0, 20), c(5, 5, 3, 3), c(9, 10, 3, 10), c(62, 89, 62, 132), c(1, 1000, 4, 900)))
  line("independent", case, do.call(independent, as.list(case)))
for (case in list(c(36, 12, 2, 0), c(14, 5, 0, 22), c(1, 7, 1, 12), c(0, 0, 0, 8), c(8, 0, 0, 0), c(0, 6, 0, 0), c(20, 1, 1, 20), c(3, 9, 12, 2), c(400, 60, 31, 200)))
  line("paired", case, do.call(paired, as.list(case)))
for (case in list(c(5, 2), c(0, 4), c(4, 0), c(3, 3), c(40, 18), c(1, 0), c(2, 1), c(300, 220))) {
  b <- case[1]; c <- case[2]; table <- matrix(c(3, b, c, 4), 2)
  plain <- mcnemar.test(table, correct = FALSE); corrected <- mcnemar.test(table, correct = TRUE); ci <- binom.test(b, b + c)$conf.int
  line("mcnemar", case, c(plain$statistic, plain$p.value, corrected$statistic, corrected$p.value,
    if (c > 0) b / c else NA, ci[1] / (1 - ci[1]), if (c > 0) ci[2] / (1 - ci[2]) else NA))
}
