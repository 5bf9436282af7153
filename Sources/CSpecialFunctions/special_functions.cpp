#include "CSpecialFunctions.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

namespace {

using namespace boost::math::policies;
using boost::math::cdf;
using boost::math::complement;
using boost::math::pdf;
using boost::math::quantile;

// discrete_quantile is left alone: no quantile of a discrete distribution is offered.
using Quiet = policy<domain_error<ignore_error>, pole_error<ignore_error>, overflow_error<ignore_error>,
                     underflow_error<ignore_error>, denorm_error<ignore_error>, rounding_error<ignore_error>,
                     evaluation_error<throw_on_error>, indeterminate_result_error<ignore_error>>;

using Normal = boost::math::normal_distribution<double, Quiet>;
using StudentT = boost::math::students_t_distribution<double, Quiet>;
using NoncentralT = boost::math::non_central_t_distribution<double, Quiet>;
using Beta = boost::math::beta_distribution<double, Quiet>;
using Binomial = boost::math::binomial_distribution<double, Quiet>;
using FisherF = boost::math::fisher_f_distribution<double, Quiet>;
using ChiSquared = boost::math::chi_squared_distribution<double, Quiet>;
using Gamma = boost::math::gamma_distribution<double, Quiet>;
using Poisson = boost::math::poisson_distribution<double, Quiet>;

template <typename Body>
double quietly(Body body) noexcept {
    try {
        return body();
    } catch (...) {
        return std::numeric_limits<double>::quiet_NaN();
    }
}

}  // namespace

extern "C" {

double cg_normal_cdf(double x) {
    return quietly([=] { return cdf(Normal(), x); });
}
double cg_normal_upper(double x) {
    return quietly([=] { return cdf(complement(Normal(), x)); });
}
double cg_normal_quantile(double p) {
    return quietly([=] { return quantile(Normal(), p); });
}
double cg_normal_upper_quantile(double q) {
    return quietly([=] { return quantile(complement(Normal(), q)); });
}

double cg_t_cdf(double df, double x) {
    return quietly([=] { return cdf(StudentT(df), x); });
}
double cg_t_upper(double df, double x) {
    return quietly([=] { return cdf(complement(StudentT(df), x)); });
}
double cg_t_quantile(double df, double p) {
    return quietly([=] { return quantile(StudentT(df), p); });
}
double cg_t_upper_quantile(double df, double q) {
    return quietly([=] { return quantile(complement(StudentT(df), q)); });
}

double cg_noncentral_t_cdf(double df, double ncp, double x) {
    return quietly([=] { return cdf(NoncentralT(df, ncp), x); });
}
double cg_noncentral_t_upper(double df, double ncp, double x) {
    return quietly([=] { return cdf(complement(NoncentralT(df, ncp), x)); });
}

double cg_beta_cdf(double a, double b, double x) {
    return quietly([=] { return cdf(Beta(a, b), x); });
}
double cg_beta_upper(double a, double b, double x) {
    return quietly([=] { return cdf(complement(Beta(a, b), x)); });
}
double cg_beta_quantile(double a, double b, double p) {
    return quietly([=] { return quantile(Beta(a, b), p); });
}
double cg_beta_upper_quantile(double a, double b, double q) {
    return quietly([=] { return quantile(complement(Beta(a, b), q)); });
}

double cg_binomial_density(double trials, double probability, double k) {
    return quietly([=] { return pdf(Binomial(trials, probability), k); });
}
double cg_binomial_cdf(double trials, double probability, double k) {
    return quietly([=] { return cdf(Binomial(trials, probability), k); });
}
double cg_binomial_upper(double trials, double probability, double k) {
    return quietly([=] { return cdf(complement(Binomial(trials, probability), k)); });
}

double cg_f_cdf(double df1, double df2, double x) {
    return quietly([=] { return cdf(FisherF(df1, df2), x); });
}
double cg_f_upper(double df1, double df2, double x) {
    return quietly([=] { return cdf(complement(FisherF(df1, df2), x)); });
}
double cg_f_quantile(double df1, double df2, double p) {
    return quietly([=] { return quantile(FisherF(df1, df2), p); });
}

double cg_chi_squared_cdf(double df, double x) {
    return quietly([=] { return cdf(ChiSquared(df), x); });
}
double cg_chi_squared_upper(double df, double x) {
    return quietly([=] { return cdf(complement(ChiSquared(df), x)); });
}
double cg_chi_squared_quantile(double df, double p) {
    return quietly([=] { return quantile(ChiSquared(df), p); });
}

double cg_gamma_cdf(double shape, double x) {
    return quietly([=] { return cdf(Gamma(shape), x); });
}
double cg_gamma_upper(double shape, double x) {
    return quietly([=] { return cdf(complement(Gamma(shape), x)); });
}
double cg_gamma_quantile(double shape, double p) {
    return quietly([=] { return quantile(Gamma(shape), p); });
}

double cg_poisson_cdf(double mean, double k) {
    return quietly([=] { return cdf(Poisson(mean), k); });
}
double cg_poisson_upper(double mean, double k) {
    return quietly([=] { return cdf(complement(Poisson(mean), k)); });
}

double cg_exp(double x) { return std::exp(x); }
double cg_log(double x) { return std::log(x); }
double cg_log1p(double x) { return std::log1p(x); }
double cg_expm1(double x) { return std::expm1(x); }

double cg_log_gamma(double x) {
    return quietly([=] { return boost::math::lgamma(x, Quiet()); });
}
double cg_gamma_delta_ratio(double x, double delta) {
    return quietly([=] { return boost::math::tgamma_delta_ratio(x, delta, Quiet()); });
}

}  // extern "C"
