// Package expression lets parsed expressions say where the texts they make
// come from: templates among them give strings that carry a *text.Map, and so
// do the functions that make texts of texts. Values are those of HCL and of
// Terraform, character by character.
//
// Left out: the templates inside the strings of *.tf.json files, whose places
// HCL does not tell.
package expression
