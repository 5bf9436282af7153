/* Distribution functions of Boost.Math behind plain C.
 *
 * Every function returns NaN when an argument lies outside its domain or the evaluation does not converge; none raises an exception, sets errno
 * or keeps state, so all may be called from any thread. "upper" is the upper tail P(X > x), computed directly so that
 * it keeps its relative precision where 1 - cdf would lose it.
 */
#ifndef CSPECIALFUNCTIONS_H
#define CSPECIALFUNCTIONS_H

#ifdef __cplusplus
extern "C" {
#endif

double cg_normal_cdf(double x);
double cg_normal_upper(double x);
double cg_normal_quantile(double p);
double cg_normal_upper_quantile(double q);

double cg_t_cdf(double df, double x);
double cg_t_upper(double df, double x);
double cg_t_quantile(double df, double p);
double cg_t_upper_quantile(double df, double q);

double cg_noncentral_t_cdf(double df, double ncp, double x);
double cg_noncentral_t_upper(double df, double ncp, double x);

double cg_beta_cdf(double a, double b, double x);
double cg_beta_upper(double a, double b, double x);
double cg_beta_quantile(double a, double b, double p);
double cg_beta_upper_quantile(double a, double b, double q);

double cg_binomial_density(double trials, double probability, double k);
double cg_binomial_cdf(double trials, double probability, double k);
double cg_binomial_upper(double trials, double probability, double k);

double cg_f_cdf(double df1, double df2, double x);
double cg_f_upper(double df1, double df2, double x);
double cg_f_quantile(double df1, double df2, double p);

double cg_chi_squared_cdf(double df, double x);
double cg_chi_squared_upper(double df, double x);
double cg_chi_squared_quantile(double df, double p);

double cg_gamma_cdf(double shape, double x);
double cg_gamma_upper(double shape, double x);
double cg_gamma_quantile(double shape, double p);

double cg_poisson_cdf(double mean, double k);
double cg_poisson_upper(double mean, double k);

/* The C library's exponential and logarithms, so that no other module need be imported for them. */
double cg_exp(double x);
double cg_log(double x);
double cg_log1p(double x);
double cg_expm1(double x);

/* Natural logarithm of |gamma(x)|, and gamma(x) / gamma(x + delta) without overflow. */
double cg_log_gamma(double x);
double cg_gamma_delta_ratio(double x, double delta);

#ifdef __cplusplus
}
#endif

#endif
