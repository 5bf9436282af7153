# Writes counts.csv (made-up counts with gaps) and before_after.csv (what glm makes of it). Run: Rscript before_after.R
set.seed(7)
months <- seq(as.Date("2022-01-01"), by = "month", length.out = 30)
days <- as.integer(format(seq(as.Date("2022-02-01"), by = "month", length.out = 30) - 1, "%d"))
counts <- NULL
for (area in c("Aylesbury", "Oxford", "Slough")) {
  level <- c(Aylesbury = 7, Oxford = 3, Slough = 11)[area]
  expected <- level * days * (1 + 0.2 * sin(2 * pi * (1:30) / 12)) * ifelse(1:30 >= 19, 0.8, 1)
  counts <- rbind(counts, data.frame(area, month = format(months, "%Y-%m"), count = rnbinom(30, mu = expected, size = 40), days))
}
counts <- counts[!(counts$area == "Oxford" & counts$month %in% c("2022-08", "2023-10")), ]
write.csv(counts[, 1:3], "counts.csv", row.names = FALSE, quote = FALSE)
used <- counts[counts$month >= "2022-07" & counts$month <= "2024-06", ]
used$after <- as.integer(used$month >= "2023-07")
fit <- function(data, formula) {
  model <- glm(formula, family = quasipoisson, data = data, control = glm.control(epsilon = 1e-14))
  row <- summary(model)$coefficients["after", ]
  half <- qt(0.975, model$df.residual) * row[2]
  c(exp(row[1]), exp(row[1] - half), exp(row[1] + half), row[4], summary(model)$dispersion, model$df.residual)
}
line <- function(name, x) cat(name, ",", paste(sprintf("%.17g", x), collapse = ","), "\n", sep = "")
sink("before_after.csv")
cat("area,ratio,low,high,p,dispersion,df\n")
line("all", fit(used, count ~ factor(area) + after + offset(log(days))))
for (area in unique(used$area)) line(area, fit(used[used$area == area, ], count ~ after + offset(log(days))))
sink()
