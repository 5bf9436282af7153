# Writes responses.csv (a made-up survey with gaps) and confidence.csv (what R makes of it).
#   Rscript confidence.R      (needs r-cran-exactranktests, r-cran-clubsandwich and r-cran-psych)
# Four courses of different size. Item Q3 is worded the other way round on a scale of 1 to 6. A scale mean needs every item, scale:short 2 of 3.
set.seed(20261121)
waves <- c("pre", "post", "followup-3")
items <- c("Q1", "Q2", "Q3", "Q10")
people <- sprintf("p%02d", 1:30)
rows <- expand.grid(item = items, wave = waves, attendee = people, stringsAsFactors = FALSE)
level <- setNames(runif(30, 2, 5), people)
rows$score <- pmin(6, pmax(1, round(level[rows$attendee] + c(pre = 0, post = 0.8, "followup-3" = 0.5)[rows$wave] + rnorm(nrow(rows)))))
rows$score[rows$item == "Q3"] <- 7 - rows$score[rows$item == "Q3"]
rows$score[runif(nrow(rows)) < 0.05] <- NA
gone <- (rows$wave == "followup-3" & rows$attendee %in% people[20:30]) | (rows$wave == "post" & rows$attendee %in% people[5:7])
rows <- rows[!gone, ]
rows <- rows[sample(nrow(rows)), ]
course <- setNames(rep(c("c1", "c2", "c3", "c4"), c(4, 7, 9, 10)), people)
rows$course_id <- course[rows$attendee]
write.csv(rows[, c("attendee", "wave", "item", "score", "course_id")], "responses.csv", row.names = FALSE, na = "", quote = FALSE)

rows$score[rows$item == "Q3"] <- 7 - rows$score[rows$item == "Q3"]
scores <- function(item, wave) {
  part <- rows[rows$item == item & rows$wave == wave, ]
  setNames(part$score, part$attendee)[people]
}
scale_mean <- function(chosen, wave, needed) {
  all <- sapply(chosen, scores, wave = wave)
  ifelse(rowSums(!is.na(all)) >= needed, rowMeans(all, na.rm = TRUE), NA)
}
measures <- c(lapply(items, function(i) list(name = i, of = function(w) scores(i, w))),
  list(list(name = "scale", of = function(w) scale_mean(items, w, 4)),
       list(name = "scale:short", of = function(w) scale_mean(c("Q1", "Q3", "Q10"), w, 2))))
suppressMessages(library(clubSandwich))
J <- function(v) exp(lgamma(v / 2) - lgamma((v - 1) / 2)) / sqrt(v / 2)
out <- NULL
for (pair in list(c("pre", "post"), c("pre", "followup-3"), c("post", "followup-3"))) {
  block <- NULL
  for (m in measures) {
    from <- m$of(pair[1]); to <- m$of(pair[2])
    both <- !is.na(from) & !is.na(to)
    from <- from[both]; to <- to[both]; group <- course[both]
    test <- t.test(to, from, paired = TRUE)
    d <- round(to - from, 10)
    kept <- d[d != 0]
    signed <- suppressWarnings(exactRankTests::wilcox.exact(kept, exact = TRUE))
    walsh <- outer(d, d, "+") / 2
    cr2 <- coef_test(lm(I(to - from) ~ 1), vcov = "CR2", cluster = group, test = "Satterthwaite")
    wilson <- suppressWarnings(prop.test(sum(d > 0), length(d), correct = FALSE)$conf.int)
    block <- rbind(block, data.frame(item = m$name, from = pair[1], to = pair[2], pairs = length(d), mean_from = mean(from),
      mean_to = mean(to), mean_change = test$estimate, sd = sd(to - from), low = test$conf.int[1], high = test$conf.int[2],
      t = test$statistic, df = test$parameter, p = test$p.value, improved = sum(d > 0), unchanged = sum(d == 0),
      worse = sum(d < 0), share_low = wilson[1], share_high = wilson[2], g_z = J(length(d) - 1) * mean(to - from) / sd(to - from),
      g_av = J(length(d) - 1) * mean(to - from) / sqrt((var(from) + var(to)) / 2), v = signed$statistic, p_wilcoxon = signed$p.value,
      hodges_lehmann = median(walsh[lower.tri(walsh, diag = TRUE)]), cr2_se = cr2$SE, cr2_df = cr2$df, cr2_p = cr2$p_Satt))
  }
  block$holm <- c(p.adjust(block$p[1:4], "holm"), NA, NA)
  out <- rbind(out, block)
}
number <- sapply(out, is.numeric)
out[number] <- lapply(out[number], function(x) ifelse(is.na(x), "", sprintf("%.17g", x)))
write.csv(out, "confidence.csv", row.names = FALSE, quote = FALSE)

reliability <- NULL
for (scale in list(list("scale", items), list("scale:short", c("Q1", "Q3", "Q10")))) for (wave in waves) {
  answers <- na.omit(sapply(scale[[2]], scores, wave = wave))
  alpha <- suppressMessages(suppressWarnings(psych::alpha(answers, warnings = FALSE)$total$raw_alpha))
  reliability <- rbind(reliability, data.frame(scale = scale[[1]], wave = wave, n = nrow(answers), alpha = sprintf("%.17g", alpha)))
}
write.csv(reliability, "reliability.csv", row.names = FALSE, quote = FALSE)
