# Writes cost.csv: money divided by people and calls, by hand and with pnorm, prop.test and sums of discount factors. Run: Rscript cost.R
lines <- list()
emit <- function(case, name, value) lines[[length(lines) + 1]] <<- sprintf("%s,%s,%.17g", case, name, unname(value))
present <- function(years, rate) {
  whole <- floor(years); part <- years - whole
  (if (whole > 0) sum((1 + rate)^-(0:(whole - 1))) else 0) + part * (1 + rate)^-whole
}
one <- function(case, cost, years, horizon, rate, bias, trained, improved, of, averted, low, high, unit) {
  emit(case, "per_trained", cost / trained)
  emit(case, "per_improved", cost / improved)
  w <- prop.test(improved, of, correct = FALSE)$conf.int
  emit(case, "per_improved.lower", cost / (w[2] * of)); emit(case, "per_improved.upper", cost / (w[1] * of))
  value <- cost * (1 + bias) * present(years, rate) / years; f <- present(horizon, rate)
  emit(case, "present", value); emit(case, "factor", f)
  emit(case, "break_even", value / (unit * f))
  emit(case, "benefit", unit * averted * f); emit(case, "net", unit * averted * f - value)
  se <- (high - low) / (2 * qnorm(.975))
  emit(case, "chance", pnorm((averted * f - value / unit) / (se * f)))
  if (low > 0) { emit(case, "per_call", value / (averted * f)); emit(case, "per_call.lower", value / (high * f)); emit(case, "per_call.upper", value / (low * f)) }
}
one("pilot", 60000, 1, 1, .035, 0, 450, 62, 89, 120, -30, 270, 673)
one("clear", 60000, 1, 1, .035, 0, 450, 62, 89, 200, 110, 290, 204)
one("years", 200000, 3, 5, .035, .1, 900, 300, 420, 260, 60, 460, 673)
one("part", 90000, 1.5, 2.25, .035, 0, 700, 150, 260, 90, 20, 160, 36)
writeLines(c("case,quantity,value", unlist(lines)), "cost.csv")
