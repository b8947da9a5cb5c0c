#pragma once
// Pango's and Cairo's counted objects, let go of by themselves.
#include <pango/pangocairo.h>

#include <memory>

namespace masar::paper {

struct Unref {
    void operator()(PangoLayout* object) const { g_object_unref(object); }
    void operator()(PangoContext* object) const { g_object_unref(object); }
    void operator()(PangoFontMap* object) const { g_object_unref(object); }
    void operator()(PangoAttrList* object) const { pango_attr_list_unref(object); }
    void operator()(PangoFontDescription* object) const { pango_font_description_free(object); }
    void operator()(cairo_t* object) const { cairo_destroy(object); }
    void operator()(cairo_surface_t* object) const { cairo_surface_destroy(object); }
    void operator()(cairo_font_options_t* object) const { cairo_font_options_destroy(object); }
};
template <class Object>
using Handle = std::unique_ptr<Object, Unref>;

}  // namespace masar::paper
