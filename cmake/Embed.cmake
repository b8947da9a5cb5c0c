# masar_embed(<target> FOLDERS <folder…> FILES <file…>)
#
# Makes the files part of <target>: server/embedded_files.h hands them out by their paths from the repository's root, a leading
# "src/server/" left out. Texts also get a gzip form. Files that are not there (web/dist before the pages are built) are left out, so that
# the C++ builds without them.
find_program(MASAR_GZIP gzip REQUIRED)

function(masar_embed target)
  cmake_parse_arguments(PARSE_ARGV 1 embed "" "" "FOLDERS;FILES")
  set(paths ${embed_FILES})
  foreach(folder ${embed_FOLDERS})
    file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/${folder}/*)
    list(APPEND paths ${found})
  endforeach()
  set(place ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  set(rows "")
  set(assembly "")
  set(declared "")
  set(needed "")
  set(number 0)
  set(named "")
  foreach(path ${paths})
    string(REGEX REPLACE "^src/server/" "" name ${path})
    string(REGEX REPLACE "^web/dist/" "web/" name ${name})
    list(APPEND named "${name}|${path}")
  endforeach()
  list(SORT named)
  foreach(pair ${named})
    string(REGEX REPLACE "[|].*" "" name ${pair})
    string(REGEX REPLACE ".*[|]" "" path ${pair})
    set(file ${PROJECT_SOURCE_DIR}/${path})
    masar_embed_bytes(file_${number} ${file})
    set(zipped "{}")
    if(path MATCHES "[.](html|js|css|svg|json|txt|webmanifest)$")
      set(packed ${place}/${number}.gz)
      add_custom_command(OUTPUT ${packed} COMMAND ${CMAKE_COMMAND} -E make_directory ${place}
                         COMMAND sh -c "'${MASAR_GZIP}' -9nc '${file}' > '${packed}'" DEPENDS ${file} VERBATIM)
      masar_embed_bytes(packed_${number} ${packed})
      set(zipped "bytes(masar_packed_${number}, masar_packed_${number}_end)")
    endif()
    string(APPEND rows "    {\"${name}\", bytes(masar_file_${number}, masar_file_${number}_end), ${zipped}},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  file(CONFIGURE OUTPUT ${place}/embedded_bytes.cc CONTENT "@declared@
#include \"server/embedded_files.h\"

#include <array>

@assembly@
namespace masar::server {
namespace {

std::string_view bytes(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

}  // namespace

std::span<const EmbeddedFile> embedded_files() {
    static const std::array<EmbeddedFile, @number@> files{{
@rows@    }};
    return files;
}

}  // namespace masar::server
" @ONLY)
  target_sources(${target} PRIVATE ${place}/embedded_bytes.cc)
  set_source_files_properties(${place}/embedded_bytes.cc PROPERTIES OBJECT_DEPENDS "${needed}")
endfunction()

# Adds the bytes of one file under a symbol to what masar_embed gathers.
macro(masar_embed_bytes symbol file)
  string(APPEND declared "extern \"C\" const char masar_${symbol}[], masar_${symbol}_end[];\n")
  string(APPEND assembly "asm(\".section .rodata, \\\"a\\\"\\n.hidden masar_${symbol}\\n.hidden masar_${symbol}_end\\n\"
    \".global masar_${symbol}\\n.global masar_${symbol}_end\\nmasar_${symbol}:\\n.incbin \\\"${file}\\\"\\n\"
    \"masar_${symbol}_end:\\n.byte 0\\n.previous\\n\");\n")
  list(APPEND needed ${file})
endmacro()
