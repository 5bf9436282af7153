// Pango and cairo: one font map for all certificates, a PDF surface each.
// Usage: pango LIST FOLDER WARM [plain]. Prints a line of JSON: versions and the seconds taken after the first WARM.
// Unless it is plain, the layouts of standing lines are kept from one certificate to the next and the code is a mask; a plain
// program makes its layouts where it needs them and draws the code's modules as rectangles.
#define _DEFAULT_SOURCE
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qrencode.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "certificate.h"

#define MILLIMETRES (72 / 25.4)
#define COUNT(array) (sizeof(array) / sizeof(array[0]))

enum { FILE_NAME, NAME_WORDS, LANGUAGE, NAME_FACE, FONT, NUMBER_WORDS, ADDRESS, FIELDS };

static PangoLayout *layout_of(PangoContext *context, const char *face, double size, const char *words) {
    PangoLayout *layout = pango_layout_new(context);
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family(font, face);
    pango_font_description_set_size(font, (int)(size * PANGO_SCALE));
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, words, -1);
    pango_font_description_free(font);
    return layout;
}

static void show(cairo_t *page, PangoLayout *layout, const line *line) {
    int width;
    pango_layout_get_size(layout, &width, NULL);
    double x = line->centre * MILLIMETRES - (double)width / PANGO_SCALE / 2;
    double y = line->baseline * MILLIMETRES - (double)pango_layout_get_baseline(layout) / PANGO_SCALE;
    cairo_set_source_rgb(page, line->colour[0], line->colour[1], line->colour[2]);
    cairo_move_to(page, x, y);
    pango_cairo_show_layout(page, layout);
}

static void trace(cairo_t *page, const ornament *one) {
    const double *at = one->numbers;
    for (const char *letter = one->letters; *letter; letter++) switch (*letter) {
        case 'M': cairo_move_to(page, at[0], at[1]), at += 2; break;
        case 'L': cairo_line_to(page, at[0], at[1]), at += 2; break;
        case 'C': cairo_curve_to(page, at[0], at[1], at[2], at[3], at[4], at[5]), at += 6; break;
        default: cairo_close_path(page);
        }
}

static void draw_ornaments(cairo_t *page) {
    cairo_save(page);
    cairo_scale(page, MILLIMETRES, MILLIMETRES);
    for (const ornament *one = ORNAMENTS; one < ORNAMENTS + COUNT(ORNAMENTS); one++) {
        trace(page, one);
        if (one->filled) {
            cairo_set_source_rgb(page, one->fill[0], one->fill[1], one->fill[2]);
            one->lined ? cairo_fill_preserve(page) : cairo_fill(page);
        }
        if (one->lined) {
            cairo_set_source_rgb(page, one->line[0], one->line[1], one->line[2]);
            cairo_set_line_width(page, one->width);
            cairo_set_dash(page, one->dash, one->dash[0] > 0 ? 2 : 0, 0);
            cairo_stroke(page);
        }
    }
    cairo_restore(page);
}

static void draw_rule(cairo_t *page) {
    cairo_set_source_rgb(page, SOFT[0], SOFT[1], SOFT[2]);
    cairo_set_line_width(page, RULE[3] * MILLIMETRES);
    cairo_move_to(page, RULE[0] * MILLIMETRES, RULE[1] * MILLIMETRES);
    cairo_rel_line_to(page, RULE[2] * MILLIMETRES, 0);
    cairo_stroke(page);
}

static void draw_rectangles(cairo_t *page, const QRcode *code) {
    double unit = CODE[2] * MILLIMETRES / code->width;
    cairo_set_source_rgb(page, INK[0], INK[1], INK[2]);
    for (int y = 0; y < code->width; y++)
        for (int x = 0; x < code->width; x++)
            if (code->data[y * code->width + x] & 1)
                cairo_rectangle(page, CODE[0] * MILLIMETRES + x * unit, CODE[1] * MILLIMETRES + y * unit, unit, unit);
    cairo_fill(page);
}

// One 1-bit mask, which cairo writes twice as fast.
static void draw_mask(cairo_t *page, const QRcode *code) {
    int side = code->width;
    cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A1, side, side);
    unsigned char *bits = cairo_image_surface_get_data(mask);
    int stride = cairo_image_surface_get_stride(mask);
    for (int y = 0; y < side; y++)
        for (int x = 0; x < side; x++)
            if (code->data[y * side + x] & 1) bits[y * stride + x / 8] |= (unsigned char)(1 << x % 8);
    cairo_surface_mark_dirty(mask);
    cairo_save(page);
    cairo_translate(page, CODE[0] * MILLIMETRES, CODE[1] * MILLIMETRES);
    cairo_scale(page, CODE[2] * MILLIMETRES / side, CODE[2] * MILLIMETRES / side);
    cairo_set_source_rgb(page, INK[0], INK[1], INK[2]);
    cairo_pattern_t *pattern = cairo_pattern_create_for_surface(mask);
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST);
    cairo_mask(page, pattern);
    cairo_pattern_destroy(pattern);
    cairo_surface_destroy(mask);
    cairo_restore(page);
}

static void show_standing(cairo_t *page, PangoContext *context, PangoLayout **kept) {
    for (size_t i = 0; i < COUNT(STANDING); i++) {
        PangoLayout *layout = kept ? kept[i] : layout_of(context, FACE, STANDING[i].size, STANDING[i].words);
        show(page, layout, &STANDING[i]);
        if (!kept) g_object_unref(layout);
    }
}

static void typeset(PangoContext *context, PangoLayout **kept, const char *folder, char *fields[FIELDS]) {
    char path[4096], title[1024];
    snprintf(path, sizeof path, "%s/%s", folder, fields[FILE_NAME]);
    snprintf(title, sizeof title, "%s%s%s", TITLE_BEFORE, fields[NAME_WORDS], TITLE_AFTER);
    cairo_surface_t *surface = cairo_pdf_surface_create(path, WIDTH * MILLIMETRES, HEIGHT * MILLIMETRES);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title);
    cairo_t *page = cairo_create(surface);
    draw_ornaments(page);
    draw_rule(page);
    show_standing(page, context, kept);
    pango_context_set_language(context, pango_language_from_string(fields[LANGUAGE]));
    PangoLayout *name = layout_of(context, fields[NAME_FACE], NAME.size, fields[NAME_WORDS]);
    show(page, name, &NAME);
    g_object_unref(name);
    PangoLayout *number = layout_of(context, FACE, NUMBER.size, fields[NUMBER_WORDS]);
    show(page, number, &NUMBER);
    g_object_unref(number);
    QRcode *code = QRcode_encodeString(fields[ADDRESS], 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    kept ? draw_mask(page, code) : draw_rectangles(page, code);
    QRcode_free(code);
    cairo_destroy(page);
    cairo_surface_finish(surface);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) exit(1);
    cairo_surface_destroy(surface);
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int count, char *arguments[]) {
    bool plain = count == 5 && strcmp(arguments[4], "plain") == 0;
    FILE *list = count == 4 || plain ? fopen(arguments[1], "r") : NULL;
    if (!list) return 1;
    int warm = atoi(arguments[3]);

    PangoContext *context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    pango_cairo_context_set_resolution(context, 72);
    PangoLayout *standing[COUNT(STANDING)];
    for (size_t i = 0; i < COUNT(STANDING); i++)
        standing[i] = layout_of(context, FACE, STANDING[i].size, STANDING[i].words);

    char *text = NULL;
    size_t room = 0;
    double begin = seconds();
    for (int row = 0; getline(&text, &room, list) > 0; row++) {
        text[strcspn(text, "\n")] = 0;
        char *fields[FIELDS], *rest = text;
        for (int field = 0; field < FIELDS; field++) fields[field] = strsep(&rest, "\t");
        if (row == warm) begin = seconds();
        typeset(context, plain ? NULL : standing, arguments[2], fields);
    }
    double taken = seconds() - begin;
    printf("{\"version\": \"%s and %s\", \"seconds\": %f}\n", pango_version_string(), cairo_version_string(), taken);
}
