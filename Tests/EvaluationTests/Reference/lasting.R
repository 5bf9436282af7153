# Writes lasting.csv, stayers.csv, clusters.csv and beside.csv from responses.csv (see confidence.R).
#   Rscript lasting.R      (needs r-cran-lme4)
suppressMessages(library(lme4))
rows <- read.csv("responses.csv", stringsAsFactors = FALSE)
rows$score[rows$item == "Q3"] <- 7 - rows$score[rows$item == "Q3"]
items <- c("Q1", "Q2", "Q3", "Q10"); people <- sprintf("p%02d", 1:30)
course <- tapply(rows$course_id, rows$attendee, function(x) x[1])[people]
scores <- function(item, wave) { part <- rows[rows$item == item & rows$wave == wave, ]; setNames(part$score, part$attendee)[people] }
scale_mean <- function(chosen, wave, needed) { all <- sapply(chosen, scores, wave = wave); ifelse(rowSums(!is.na(all)) >= needed, rowMeans(all, na.rm = TRUE), NA) }
measures <- c(lapply(items, function(i) list(name = i, of = function(w) scores(i, w))),
  list(list(name = "scale", of = function(w) scale_mean(items, w, 4)), list(name = "scale:short", of = function(w) scale_mean(c("Q1", "Q3", "Q10"), w, 2))))
number <- function(x) ifelse(is.na(x), "", sprintf("%.17g", x))
margin <- 0.5
fieller <- function(gain, kept) {
  n <- length(gain); q <- qt(0.975, n - 1)^2 / n
  a <- mean(gain)^2 - q * var(gain); b <- mean(gain) * mean(kept) - q * cov(gain, kept); c <- mean(kept)^2 - q * var(kept)
  if (a <= 0) return(c(NA, NA, NA))
  c(mean(kept) / mean(gain), (b + c(-1, 1) * sqrt(b^2 - a * c)) / a)
}
lasting <- stayers <- clusters <- NULL
answered <- sapply(people, function(p) any(!is.na(rows$score[rows$attendee == p & rows$wave == "followup-3"])))
for (m in measures) {
  pre <- m$of("pre"); post <- m$of("post"); later <- m$of("followup-3")
  both <- !is.na(post) & !is.na(later); first <- !is.na(pre) & !is.na(later); all <- both & !is.na(pre)
  loss <- t.test((later - post)[both], mu = -margin, alternative = "greater")
  gain <- t.test(later[first], pre[first], paired = TRUE)
  kept <- fieller((post - pre)[all], (later - pre)[all])
  isTested <- gain$p.value < 0.05 && gain$estimate > 0
  lasting <- rbind(lasting, data.frame(item = m$name, pairs = sum(both), gain_p = number(gain$p.value), mean_change = number(mean((later - post)[both])),
    lower = number(loss$conf.int[1]), p = if (isTested) number(loss$p.value) else "", retention = number(kept[1]), low = number(kept[2]), high = number(kept[3])))
  for (at in c("pre", "gain")) {
    value <- if (at == "pre") pre else post - pre
    test <- t.test(value[answered & !is.na(value)], value[!answered & !is.na(value)])
    stayers <- rbind(stayers, data.frame(item = m$name, at = at, difference = number(-diff(test$estimate)), low = number(test$conf.int[1]),
      high = number(test$conf.int[2]), p = number(test$p.value)))
  }
  for (pair in list(c("pre", "post"), c("pre", "followup-3"), c("post", "followup-3"))) {
    d <- m$of(pair[2]) - m$of(pair[1]); ok <- !is.na(d); g <- course[ok]; d <- d[ok]
    n <- table(g)
    fit <- suppressWarnings(suppressMessages(lmer(d ~ 1 + (1 | g), control = lmerControl(check.conv.singular = "ignore", optCtrl = list(xtol_abs = 1e-12, ftol_abs = 1e-14)))))
    v <- as.data.frame(VarCorr(fit))$vcov; icc <- v[1] / sum(v)
    sums <- tapply(d, g, sum); signs <- as.matrix(expand.grid(rep(list(c(1, -1)), length(sums))))
    flip <- mean(abs(signs %*% sums) >= abs(sum(sums)) - 1e-9)
    clusters <- rbind(clusters, data.frame(item = m$name, from = pair[1], to = pair[2], icc = number(icc),
      design_effect = number(1 + ((1 + (sd(n) / mean(n))^2) * mean(n) - 1) * icc), sign_flip_p = number(flip)))
  }
}
write.csv(lasting, "lasting.csv", row.names = FALSE, quote = FALSE)
write.csv(stayers, "stayers.csv", row.names = FALSE, quote = FALSE)
write.csv(clusters, "clusters.csv", row.names = FALSE, quote = FALSE)

# Beside the main question (scale:short, pre to followup-3): bounds on 1 to 6, those missing worse by half a point, improved counts, the mixed model.
short <- measures[[6]]; pre <- short$of("pre"); post <- short$of("post"); later <- short$of("followup-3")
start <- !is.na(pre); change <- (later - pre)[start]; base <- pre[start]
worst <- mean(ifelse(is.na(change), 1 - base, change)); best <- mean(ifelse(is.na(change), 6 - base, change))
share <- mean(is.na(change)); shifted <- mean(change, na.rm = TRUE) - 0.5 * share
table <- sapply(items, function(i) scores(i, "followup-3") - scores(i, "pre"))
one <- apply(table, 1, function(x) any(!is.na(x)))
some <- sum(apply(table[one, ], 1, function(x) any(x > 0, na.rm = TRUE))); worse <- sum(apply(table[one, ], 1, function(x) any(x < 0, na.rm = TRUE)))
every <- sum(apply(table[one, ], 1, function(x) all(!is.na(x)) && all(x > 0)))
long <- data.frame(y = c(pre, post, later), wave = factor(rep(c("a", "b", "c"), each = 30)), person = rep(people, 3), course = rep(course, 3))
fit <- suppressMessages(lmer(y ~ wave + (1 | course) + (1 | person), data = long[!is.na(long$y), ]))
write.csv(data.frame(name = c("worst", "best", "shifted", "some", "worse", "every", "answered", "mixed", "mixed_se"),
  value = number(c(worst, best, shifted, some, worse, every, sum(one), fixef(fit)[["wavec"]], sqrt(vcov(fit)[3, 3])))), "beside.csv", row.names = FALSE, quote = FALSE)
