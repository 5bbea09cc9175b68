// A room that is header only for now still is a library.
