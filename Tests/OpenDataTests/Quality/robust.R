# Modified z scores of Iglewicz and Hoaglin (1993), section 3.3, for RobustScoresTests. Run: Rscript robust.R
scores <- function(x) {
  d <- x - median(x)
  mad <- mad(x, constant = 1)
  scale <- if (mad > 0) mad / 0.6745 else 1.253314 * mean(abs(d))
  if (scale > 0) d / scale else 0 * d
}
for (x in list(c(1, 2, 3, 4, 100), c(0.2889, 0.2688, 0.2921, 0.2517, 0.2935), c(5, 5, 5, 5, 10), c(2, 2, 2), 7))
  cat(format(scores(x), digits = 8), "\n")
