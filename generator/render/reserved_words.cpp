#include "render/reserved_words.h"

#include <algorithm>
#include <array>

namespace errpress::render {

namespace {

// clang-format off
constexpr auto kKeywords = std::to_array<std::string_view>({
    "alignas", "alignof", "and", "and_eq", "asm", "auto", "bitand", "bitor", "bool", "break", "case", "catch",
    "char", "char16_t", "char32_t", "char8_t", "class", "co_await", "co_return", "co_yield", "compl", "concept",
    "const", "const_cast", "consteval", "constexpr", "constinit", "continue", "contract_assert", "decltype",
    "default", "delete", "do", "double", "dynamic_cast", "else", "enum", "explicit", "export", "extern",
    "false", "float", "for", "friend", "goto", "if", "inline", "int", "long", "mutable", "namespace", "new",
    "noexcept", "not", "not_eq", "nullptr", "operator", "or", "or_eq", "private", "protected", "public",
    "register", "reinterpret_cast", "requires", "restrict", "return", "short", "signed", "sizeof", "static",
    "static_assert", "static_cast", "struct", "switch", "template", "this", "thread_local", "throw", "true",
    "try", "typedef", "typeid", "typename", "typeof", "typeof_unqual", "union", "unsigned", "using", "virtual",
    "void", "volatile", "wchar_t", "while", "xor", "xor_eq",
});

constexpr auto kDeclared = std::to_array<std::string_view>({
    "code", "detail", "from_name", "from_value", "message", "name", "value",
});

constexpr auto kMacros = std::to_array<std::string_view>({
    "abnormal_termination", "alloca", "arm", "arp_hln", "arp_hrd", "arp_op", "arp_pln", "arp_pro",
    "arpt_counters", "arpt_counters_info", "arpt_entry_target", "arpt_error_target", "arpt_standard_target",
    "autofs_ptype_expire", "autofs_ptype_expire_direct", "autofs_ptype_expire_indirect",
    "autofs_ptype_expire_multi", "autofs_ptype_missing", "autofs_ptype_missing_direct",
    "autofs_ptype_missing_indirect", "b64_ntop", "b64_pton", "basename", "bcp_init", "bcp_readfmt",
    "bcp_writefmt", "bstr_t", "cdecl", "cdev_t", "cdo7bit", "cdo8bit", "chx1", "chx10", "chx11", "chx12",
    "chx13", "chx14", "chx15", "chx16", "chx2", "chx3", "chx4", "chx5", "chx6", "chx7", "chx8", "chx9",
    "cldap_open", "cmb1", "cmb10", "cmb11", "cmb12", "cmb13", "cmb14", "cmb15", "cmb16", "cmb2", "cmb3", "cmb4",
    "cmb5", "cmb6", "cmb7", "cmb8", "cmb9", "complex", "cpu80286", "cpu80386", "ctl1", "d_fileno", "dbprtype",
    "direct", "diskfree_t", "dn_count_labels", "dq_bhardlimit", "dq_bsoftlimit", "dq_btime", "dq_curinodes",
    "dq_curspace", "dq_ihardlimit", "dq_isoftlimit", "dq_itime", "dq_valid", "edt1", "edt10", "edt11", "edt12",
    "edt13", "edt14", "edt15", "edt16", "edt2", "edt3", "edt4", "edt5", "edt6", "edt7", "edt8", "edt9",
    "environ", "errno", "errspec4_code", "errspec4_enode", "errspec4_flags", "errspec4_value", "except",
    "exception_code", "exception_info", "far", "finally", "finitef", "fp_nquery", "fp_query", "fp_resstat",
    "freeaddrinfo", "frm1", "frm2", "frm3", "frm4", "fscrypt_policy", "fseeko", "fstat", "fstat64", "ftello",
    "ftruncate", "gai_strerror", "getaddrinfo", "getnameinfo", "gets", "grp1", "grp2", "grp3", "grp4",
    "gtspec_b", "gtspec_flags", "gtspec_len", "gtspec_m", "gtspec_p", "gtspec_parmno", "gtspec_r",
    "guth_number_of_chunks", "h_addr", "h_errno", "hmemcpy", "hostalias", "hostent", "hpux", "huge", "hyper",
    "i", "i386", "i_device_code", "icmp6_addrconf_managed", "icmp6_addrconf_other", "icmp6_data16",
    "icmp6_data32", "icmp6_data8", "icmp6_datagram_len", "icmp6_hop_limit", "icmp6_id", "icmp6_identifier",
    "icmp6_maxdelay", "icmp6_mtu", "icmp6_ndiscreserved", "icmp6_override", "icmp6_pointer", "icmp6_pptr",
    "icmp6_router", "icmp6_router_pref", "icmp6_rt_lifetime", "icmp6_seq", "icmp6_sequence", "icmp6_solicited",
    "icmp6_unused", "icmp_data", "icmp_gwaddr", "icmp_id", "icmp_ip", "icmp_lifetime", "icmp_mask",
    "icmp_nextmtu", "icmp_num_addrs", "icmp_otime", "icmp_pmvoid", "icmp_pptr", "icmp_radv", "icmp_rtime",
    "icmp_seq", "icmp_ttime", "icmp_void", "icmp_wpa", "ico1", "ico2", "ico3", "ico4", "ifa_broadaddr",
    "ifa_dstaddr", "ifc_buf", "ifc_req", "ifr_addr", "ifr_bandwidth", "ifr_broadaddr", "ifr_data",
    "ifr_dstaddr", "ifr_flags", "ifr_hwaddr", "ifr_ifindex", "ifr_map", "ifr_metric", "ifr_mtu", "ifr_name",
    "ifr_netmask", "ifr_newname", "ifr_qlen", "ifr_settings", "ifr_slave", "imaginary", "in_addr", "in_addr6",
    "input_event_sec", "input_event_usec", "interface", "ioctl_code", "ip6_flow", "ip6_hlim", "ip6_hops",
    "ip6_nxt", "ip6_plen", "ip6_vfc", "ip6t_counters", "ip6t_counters_info", "ip6t_entry_match",
    "ip6t_entry_target", "ip6t_error_target", "ip6t_get_revision", "ip6t_match", "ip6t_standard_target",
    "ip6t_table", "ip6t_target", "ip6t_tcp", "ip6t_udp", "ip_mreq", "ipt_counters", "ipt_counters_info",
    "ipt_ecn_info", "ipt_entry_match", "ipt_entry_target", "ipt_error_target", "ipt_get_revision", "ipt_match",
    "ipt_standard_target", "ipt_table", "ipt_target", "ipt_tcp", "ipt_udp", "ipv6_destopt_hdr",
    "ipv6_hopopt_hdr", "ipv6mr_acaddr", "isascii", "iscsym", "iscsymf", "isnanf", "ldap_add", "ldap_add_ext",
    "ldap_add_ext_s", "ldap_add_s", "ldap_bind", "ldap_bind_s", "ldap_check_filter", "ldap_compare",
    "ldap_compare_ext", "ldap_compare_ext_s", "ldap_compare_s", "ldap_control_free", "ldap_controls_free",
    "ldap_count_values", "ldap_create_page_control", "ldap_create_sort_control", "ldap_create_vlv_control",
    "ldap_delete", "ldap_delete_ext", "ldap_delete_ext_s", "ldap_delete_s", "ldap_dn2ufn",
    "ldap_encode_sort_control", "ldap_err2string", "ldap_escape_filter_element", "ldap_explode_dn",
    "ldap_extended_operation", "ldap_extended_operation_s", "ldap_first_attribute", "ldap_free_controls",
    "ldap_get_dn", "ldap_get_option", "ldap_get_values", "ldap_get_values_len", "ldap_init", "ldap_memfree",
    "ldap_modify", "ldap_modify_ext", "ldap_modify_ext_s", "ldap_modify_s", "ldap_modrdn", "ldap_modrdn2",
    "ldap_modrdn2_s", "ldap_modrdn_s", "ldap_next_attribute", "ldap_open", "ldap_parse_extended_result",
    "ldap_parse_page_control", "ldap_parse_reference", "ldap_parse_result", "ldap_parse_sort_control",
    "ldap_parse_vlv_control", "ldap_rename", "ldap_rename_ext", "ldap_rename_ext_s", "ldap_rename_s",
    "ldap_sasl_bind", "ldap_sasl_bind_s", "ldap_search", "ldap_search_ext", "ldap_search_ext_s",
    "ldap_search_init_page", "ldap_search_s", "ldap_search_st", "ldap_set_option", "ldap_simple_bind",
    "ldap_simple_bind_s", "ldap_sslinit", "ldap_start_tls_s", "ldap_ufn2dn", "ldap_value_free", "leave",
    "linux", "lirc_t", "loc_aton", "loc_ntoa", "longjmp", "lseek", "lst1", "lst10", "lst11", "lst12", "lst13",
    "lst14", "lst15", "lst16", "lst2", "lst3", "lst4", "lst5", "lst6", "lst7", "lst8", "lst9", "lstrcat",
    "lstrcmp", "lstrcmpi", "lstrcpy", "lstrcpyn", "lstrlen", "math_errhandling", "matherr", "memcpy",
    "midl_user_allocate", "midl_user_free", "mips", "mld_cksum", "mld_code", "mld_maxdelay", "mld_reserved",
    "mld_type", "mod_bvalues", "mod_values", "msg_cbytes", "nd_na_cksum", "nd_na_code", "nd_na_flags_reserved",
    "nd_na_type", "nd_ns_cksum", "nd_ns_code", "nd_ns_reserved", "nd_ns_type", "nd_ra_cksum", "nd_ra_code",
    "nd_ra_curhoplimit", "nd_ra_flags_reserved", "nd_ra_router_lifetime", "nd_ra_type", "nd_rd_cksum",
    "nd_rd_code", "nd_rd_reserved", "nd_rd_type", "nd_rs_cksum", "nd_rs_code", "nd_rs_reserved", "nd_rs_type",
    "near", "nl80211_wowlan_pattern_support", "no_argument", "noreturn", "nsaddr", "nvme_admin_cmd", "onexit_t",
    "optional_argument", "optreset", "p_cdname", "p_cdnname", "p_class", "p_fqname", "p_fqnname", "p_option",
    "p_query", "p_rcode", "p_time", "p_type", "pascal", "pclose", "pn_data", "pn_e_data", "pn_e_orig_msg_id",
    "pn_e_res_id", "pn_e_status", "pn_e_submsg_id", "pn_orig_msg_id", "pn_status", "pn_submsg_id", "popen",
    "printf", "psh1", "psh10", "psh11", "psh12", "psh13", "psh14", "psh15", "psh16", "psh2", "psh3", "psh4",
    "psh5", "psh6", "psh7", "psh8", "psh9", "putlong", "putshort", "rad1", "rad10", "rad11", "rad12", "rad13",
    "rad14", "rad15", "rad16", "rad2", "rad3", "rad4", "rad5", "rad6", "rad7", "rad8", "rad9", "rct1", "rct2",
    "rct3", "rct4", "required_argument", "res_close", "res_hostalias", "res_init", "res_isourserver",
    "res_nameinquery", "res_nclose", "res_ninit", "res_queriesmatch", "res_randomid", "rip_nets",
    "rip_tracefile", "rmm", "rpc_binding_handle_t", "rpc_binding_vector_t", "rpl_segaddr", "rpl_segdata",
    "rr_cksum", "rr_code", "rr_seqnum", "rr_type", "rt0_type", "rt2_type", "rt_mss", "rup", "s6_addr",
    "s6_addr16", "s6_addr32", "s6_bytes", "s6_words", "s_addr", "s_host", "s_imp", "s_impno", "s_lh", "s_net",
    "sa_handler", "sa_sigaction", "sax25_uid", "sched_priority", "scr1", "scr2", "scr3", "scr4", "scr5", "scr6",
    "scr7", "scr8", "sctp_setprim", "sdn_nodeaddr", "sdn_nodeaddrl", "setjmp", "sgi", "shmac_number_of_idents",
    "si_addr", "si_addr_lsb", "si_arch", "si_band", "si_call_addr", "si_fd", "si_int", "si_lower", "si_overrun",
    "si_perf_data", "si_perf_flags", "si_perf_type", "si_pid", "si_pkey", "si_ptr", "si_status", "si_stime",
    "si_sys_private", "si_syscall", "si_tid", "si_timerid", "si_trapno", "si_uid", "si_upper", "si_utime",
    "si_value", "sigcontext_ia32", "sigev_notify_attributes", "sigev_notify_function", "sigev_notify_thread_id",
    "sin_zero", "sipx_action", "sipx_special", "small", "sockaddr_in", "sparc", "sprintf", "ss_name",
    "ss_speed", "st_atime", "st_ctime", "st_mtime", "stat", "stat64", "stats_ptr", "stc1", "stc10", "stc11",
    "stc12", "stc13", "stc14", "stc15", "stc16", "stc17", "stc18", "stc19", "stc2", "stc20", "stc21", "stc22",
    "stc23", "stc24", "stc25", "stc26", "stc27", "stc28", "stc29", "stc3", "stc30", "stc31", "stc32", "stc4",
    "stc5", "stc6", "stc7", "stc8", "stc9", "stderr", "stdin", "stdout", "strcasecmp", "strcat", "strcpy",
    "strncasecmp", "strtod", "sun", "swprintf", "sym_ntop", "sym_ntos", "sym_ston", "sys_errlist", "sys_nerr",
    "tc_gen", "tc_pedit", "tcm_block_index", "th_block", "th_code", "th_data", "th_msg", "th_stuff",
    "tipc_name", "tipc_name_seq", "tipc_portid", "toascii", "tsp_hopcnt", "tsp_time", "u_long", "ua_lstrcmp",
    "ua_lstrcmpi", "ua_lstrlen", "ua_tcscpy", "ua_wcschr", "ua_wcscpy", "ua_wcsicmp", "ua_wcslen", "ua_wcsrchr",
    "ualstrcmp", "ualstrcmpi", "ualstrcpy", "ualstrcpyn", "ualstrlen", "unix", "ut_addr", "ut_name", "ut_time",
    "ut_xtime", "uuid_t", "uuid_vector_t", "v4l2_subdev_edid", "va_arg", "va_copy", "va_end", "va_start",
    "variant_t", "vax", "vmmdev_hgcm_function_parameter", "vsprintf", "vswprintf", "wcscat", "wcscpy", "wcswcs",
    "wnsprintf", "wpopen", "wsprintf", "wvnsprintf", "wvsprintf", "x", "xt_osf_attr_type", "xt_osf_finger",
    "xt_osf_info", "xt_osf_msg_types", "xt_osf_nlmsg", "xt_osf_opt", "xt_osf_user_finger", "xt_osf_wc",
    "xt_osf_window_size_options", "xt_synproxy_info",
});
// clang-format on

static_assert(std::is_sorted(kKeywords.begin(), kKeywords.end()));
static_assert(std::all_of(kKeywords.begin(), kKeywords.end(), [](std::string_view word) { return word.size() <= 16; }));
static_assert(std::is_sorted(kDeclared.begin(), kDeclared.end()));
static_assert(std::is_sorted(kMacros.begin(), kMacros.end()));

}  // namespace

bool is_reserved_word(std::string_view word) {
  constexpr std::size_t kLongestKeyword = std::string_view("reinterpret_cast").size();
  return (word.size() <= kLongestKeyword && std::binary_search(kKeywords.begin(), kKeywords.end(), word)) ||
         std::binary_search(kMacros.begin(), kMacros.end(), word);
}

bool is_declared_by_header(std::string_view word) {
  return std::binary_search(kDeclared.begin(), kDeclared.end(), word);
}

}  // namespace errpress::render
