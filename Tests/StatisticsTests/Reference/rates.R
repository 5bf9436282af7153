# Writes rates.csv: quasi-Poisson rate ratios and dispersions by glm. Run: Rscript rates.R > rates.csv
# Each line: kind; cells as area:side:count:exposure (or month:count:exposure) separated by spaces; then the numbers.
control <- glm.control(epsilon = 1e-15, maxit = 100)
days <- c(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
show <- function(kind, cells, numbers) cat(kind, paste(cells, collapse = " "), paste(sprintf("%.17g", numbers), collapse = ","), sep = ";", "\n")
ratio <- function(data) {
  data$area <- factor(data$area)
  formula <- if (nlevels(data$area) > 1) count ~ area + side + offset(log(exposure)) else count ~ side + offset(log(exposure))
  fit <- glm(formula, family = quasipoisson, data = data, control = control)
  row <- summary(fit)$coefficients["side", ]
  half <- qt(0.975, fit$df.residual) * row[2]
  chance <- summary(glm(formula, family = poisson, data = data, control = control))$coefficients["side", 2] * qnorm(0.975)
  cells <- sprintf("%s:%d:%d:%.17g", data$area, data$side, data$count, data$exposure)
  show("ratio", cells, c(exp(row[1]), row[2], summary(fit)$dispersion, fit$df.residual, row[4], exp(row[1] - half), exp(row[1] + half),
    exp(row[1] - chance), exp(row[1] + chance)))
}
one <- data.frame(area = "a", side = rep(0:1, each = 12), exposure = c(days, days),
  count = c(210, 198, 240, 255, 270, 290, 310, 305, 260, 250, 220, 205, 190, 185, 232, 240, 262, 275, 300, 280, 255, 231, 214, 190))
ratio(one)
two <- rbind(
  data.frame(area = "a", side = rep(0:1, each = 6), exposure = rep(days[1:6], 2), count = c(12, 9, 15, 14, 20, 17, 10, 12, 9, 11, 14, 13)),
  data.frame(area = "b", side = c(0, 0, 0, 0, 1, 1, 1), exposure = c(31, 30, 31, 31, 28, 31, 30), count = c(40, 55, 61, 38, 52, 30, 47)),
  data.frame(area = "c", side = c(0, 0, 1, 1, 1), exposure = c(1.5, 2.5, 3.25, 1.75, 2), count = c(3, 0, 2, 5, 1)))
ratio(two)
ratio(two[two$area == "a", ])
even <- data.frame(area = "a", side = rep(0:1, each = 3), exposure = 30, count = c(100, 101, 99, 90, 91, 90))
ratio(even)
dispersion <- function(months, counts, exposure, seasonal) {
  fit <- if (seasonal) glm(counts ~ factor(months) + offset(log(exposure)), family = quasipoisson, control = control)
         else glm(counts ~ offset(log(exposure)), family = quasipoisson, control = control)
  show("dispersion", sprintf("%d:%d:%.17g", as.integer(months), as.integer(counts), exposure), summary(fit)$dispersion)
}
dispersion(rep(1:12, 2), one$count, one$exposure, TRUE)
dispersion(c(10, 11, 12, 1, 2, 3), c(2054, 1900, 1750, 1820, 1200, 1850), c(31, 30, 31, 31, 28, 31), FALSE)
