# Writes paired.csv: every number about paired data that R can tell, one a line; NA where there is none.
# Run: Rscript paired.R > paired.csv (needs r-cran-effectsize, r-cran-exactranktests, r-cran-coin; about two minutes)
# t is t.test's; g_z effectsize::hedges_g's, its interval the noncentral t inverted by uniroot, and effectsize's beside it; the
# conventions of g_av, Bonett's interval and the Hodges-Lehmann interval are written out from their papers; Wilcoxon is
# exactRankTests::wilcox.exact up to 60 non-zero changes and wilcox.test beyond; Pratt is coin::wilcoxsign_test; the sign-flip
# test is counted here.
source("samples.R")
J <- function(v) exp(lgamma(v / 2) - lgamma((v - 1) / 2)) / sqrt(v / 2)
ncp <- function(t, df, p) uniroot(function(d) pt(t, df, d) - p, c(t - 40, t + 40), tol = 1e-12, extendInt = "yes")$root
line <- function(name, what, value) cat(sprintf("%s,%s,%s\n", name, what, ifelse(is.na(value), "NA", sprintf("%.17g", value))))

# P(sum of the sizes of a random half of the signs >= least), by convolution of whole numbers.
tail_of_sums <- function(sizes, least) {
  chances <- 1
  for (s in sizes[sizes > 0]) chances <- c(chances / 2, rep(0, s)) + c(rep(0, s), chances / 2)
  sum(rev(chances[(least + 1):length(chances)]))
}
sign_flip <- function(d) {
  d <- d[d != 0]
  for (q in 1:100) if (all(abs(q * d - round(q * d)) < q * 1e-10)) {
    k <- round(q * d); plus <- sum(k[k > 0]); range <- sum(abs(k)); further <- max(plus, range - plus)
    return(min(1, if (2 * further == range) 1 else 2 * tail_of_sums(abs(k), further)))
  }
  if (length(d) > 18) return(NULL)
  sums <- 0
  for (x in d) sums <- c(sums + x, sums - x)
  mean(abs(sums) >= abs(sum(d)) - 1e-12 * sum(abs(d)))
}
hodges_lehmann <- function(d, name, prefix) {
  if (length(d) == 0) { for (part in c("", "_low", "_high")) line(name, paste0(prefix, part), NA); return(invisible()) }
  n <- length(d); walsh <- outer(d, d, "+") / 2; walsh <- sort(walsh[lower.tri(walsh, diag = TRUE)])
  c <- if (n <= 1000) max(1, qsignrank(0.025, n)) else ranks[[as.character(n)]]
  line(name, prefix, median(walsh)); line(name, paste0(prefix, "_low"), walsh[c])
  line(name, paste0(prefix, "_high"), walsh[n * (n + 1) / 2 + 1 - c])
  if (n <= 1000) line(name, paste0(prefix, "_level"), 1 - 2 * psignrank(c - 1, n))
}
# qsignrank(0.025, n), which takes R many minutes: the same recurrence in C.
ranks <- list("5000" = 6051187, "3998" = 3853950)

cat("name,what,value\n")
for (name in names(samples)) {
  from <- samples[[name]][[1]]; to <- samples[[name]][[2]]; raw <- to - from; d <- round(raw, 10); n <- length(d)
  constant <- n < 2 || all(d == d[1])
  say <- function(what, value) line(name, what, value)

  test <- if (!constant) t.test(to, from, paired = TRUE)
  numbers <- if (constant) rep(NA, 7) else c(test$estimate, sd(raw), test$statistic, test$parameter, test$p.value, test$conf.int)
  for (i in 1:7) say(c("mean", "sd", "t", "df", "p_t", "t_low", "t_high")[i], numbers[i])

  t <- numbers[3]; dz <- numbers[1] / numbers[2]; corrected <- !constant && n > 2
  say("d_z", dz)
  say("g_z", if (corrected) J(n - 1) * dz else NA)
  if (!corrected) { say("g_z_low", NA); say("g_z_high", NA) } else if (abs(t) < 30) {
    say("g_z_low", J(n - 1) * ncp(t, n - 1, 0.975) / sqrt(n)); say("g_z_high", J(n - 1) * ncp(t, n - 1, 0.025) / sqrt(n))
    package <- suppressWarnings(effectsize::hedges_g(to, from, paired = TRUE))
    stopifnot(abs(package$Hedges_g - J(n - 1) * dz) < 1e-9)
    say("effectsize_low", package$CI_low); say("effectsize_high", package$CI_high)
  }
  spread <- if (n > 1) (var(from) + var(to)) / 2 else NA
  dav <- if (constant || spread == 0) NA else mean(raw) / sqrt(spread)
  r <- if (!constant && sd(from) > 0 && sd(to) > 0) cor(from, to) else NA
  say("r", r); say("d_av", dav); say("d_rm", dz * sqrt(2 * (1 - r)))
  say("glass", if (!constant && sd(from) > 0) mean(raw) / sd(from) else NA)
  say("cumming", if (n > 2) J(n - 1) * dav else NA)
  say("cousineau", if (n > 2) J(2 * (n - 1) / (1 + r^2)) * dav else NA)
  say("lakens", if (n > 2) dav * (1 - 3 / (8 * n - 9)) else NA)
  se <- if (is.na(dav)) NA else
    sqrt(dav^2 * (var(from)^2 + var(to)^2 + 2 * cov(from, to)^2) / (8 * (n - 1) * spread^2) + var(raw) / ((n - 1) * spread))
  say("bonett_low", dav - qnorm(0.975) * se); say("bonett_high", dav + qnorm(0.975) * se)

  kept <- d[d != 0]; k <- length(kept); plus <- sum(rank(abs(kept))[kept > 0])
  say("improved", sum(d > 0)); say("worse", sum(d < 0))
  if (k == 0) for (what in c("v", "p_wilcoxon", "rank_biserial", "p_sign", "v_pratt", "p_pratt", "p_flip")) say(what, NA) else {
    test <- suppressWarnings(if (k <= 60) exactRankTests::wilcox.exact(kept, exact = TRUE) else wilcox.test(kept, exact = FALSE, correct = TRUE))
    stopifnot(test$statistic == plus)
    say("v", plus); say("p_wilcoxon", test$p.value)
    rb <- suppressWarnings(effectsize::rank_biserial(d)); stopifnot(abs(rb$r_rank_biserial - (2 * plus - k * (k + 1) / 2) / (k * (k + 1) / 2)) < 1e-12)
    say("rank_biserial", rb$r_rank_biserial)
    say("rank_biserial_low", if (abs(rb$r_rank_biserial) < 1) rb$CI_low else NA)
    say("rank_biserial_high", if (abs(rb$r_rank_biserial) < 1) rb$CI_high else NA)
    say("p_sign", binom.test(sum(d > 0), k)$p.value)

    zeros <- n - k; all_ranks <- rank(abs(d)); v <- sum(all_ranks[d > 0]); ties <- table(abs(kept))
    E <- (n * (n + 1) - zeros * (zeros + 1)) / 4
    V <- (n * (n + 1) * (2 * n + 1) - zeros * (zeros + 1) * (2 * zeros + 1)) / 24 - sum(ties^3 - ties) / 48
    say("v_pratt", v); say("mean_pratt", E); say("variance_pratt", V)
    coin <- coin::wilcoxsign_test(d ~ rep(0, n), zero.method = "Pratt")
    stopifnot(abs(abs(coin::statistic(coin)) - abs(v - E) / sqrt(V)) < 1e-9)
    say("p_pratt", if (k > 60) 2 * pnorm(-max(0, abs(v - E) - 0.5) / sqrt(V)) else
      as.numeric(coin::pvalue(coin::wilcoxsign_test(d ~ rep(0, n), zero.method = "Pratt", distribution = "exact"))))
    flip <- sign_flip(d)
    if (!is.null(flip)) say("p_flip", flip)
  }
  hodges_lehmann(d, name, "hl"); hodges_lehmann(kept, name, "hl_kept")
}
