using System.Text.RegularExpressions;

namespace Playbooks;

/// <summary>Ansible's variables that have no effect here: settings of Python and Ansible itself, variables that Ansible sets, and facts.</summary>
internal static partial class SilentVariables
{
    /// <summary>The names, without their prefix.</summary>
    private const string Names =
        """
        admin_users allow_world_readable_tmpfiles check_mode collection_name common_remote_group config_file control_path control_path_dir
        dependent_role_names diff_mode facts facts_modules forks index_var inventory_sources keep_remote_files limit local loop loop_var managed
        module_compression no_log no_target_syslog network_os network_single_user_mode parent_role_names parent_role_paths pipelining play_batch
        play_hosts play_hosts_all play_name play_role_names playbook_python python_interpreter remote_temp remote_tmp role_name role_names
        run_tags scp_executable scp_if_ssh search_path sftp_batch_mode sftp_executable shell_allow_world_readable_temp skip_tags ssh_control_path
        ssh_control_path_dir ssh_pipelining ssh_scp_if_ssh ssh_sftp_batch_mode ssh_transfer_method ssh_verbosity system_tmpdirs verbosity version

        all_ipv4_addresses all_ipv6_addresses apparmor architecture bios_date bios_vendor bios_version board_asset_tag board_name board_serial
        board_vendor board_version chassis_asset_tag chassis_serial chassis_vendor chassis_version cmdline date_time default_ipv4 default_ipv6
        device_links devices distribution distribution_file_parsed distribution_file_path distribution_file_search_string
        distribution_file_variety distribution_major_version distribution_minor_version distribution_release distribution_version dns domain
        effective_group_id effective_user_id env fibre_channel_wwn fips form_factor fqdn hostname hostnqn interfaces is_chroot iscsi_iqn kernel
        kernel_version loadavg locally_reachable_ips lsb lvm machine machine_id memfree_mb memory_mb memtotal_mb mounts nodename os_family
        os_install_date os_name packages pkg_mgr proc_cmdline processor processor_cores processor_count processor_nproc
        processor_threads_per_core processor_vcpus product_name product_serial product_uuid product_version python python_version real_group_id
        real_user_id selinux selinux_python_present service_mgr services ssh_host_key_dsa_public ssh_host_key_dsa_public_keytype
        ssh_host_key_ecdsa_public ssh_host_key_ecdsa_public_keytype ssh_host_key_ed25519_public ssh_host_key_ed25519_public_keytype
        ssh_host_key_rsa_public ssh_host_key_rsa_public_keytype swapfree_mb swaptotal_mb system system_capabilities
        system_capabilities_enforced system_vendor systemd uptime_seconds user_dir user_gecos user_gid user_id user_shell user_uid
        userspace_architecture userspace_bits virtualization_role virtualization_tech_guest virtualization_tech_host virtualization_type
        windows_domain windows_domain_member windows_domain_role xen
        """;

    /// <summary>The full names.</summary>
    internal static IReadOnlySet<string> All { get; } =
        Names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(name => VariableNotes.Prefix + name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a variable is one of them. This includes interpreters, named after their programs, and facts, named after network interfaces.</summary>
    internal static bool Has(string name) => All.Contains(name) || Family().IsMatch(name);

    [GeneratedRegex(
        @"\Aansible_(\w+_interpreter|lo|(en[opsx]|eth|wl|br|bond|docker|veth|virbr|vlan|team|tun|tap|lo)\w*\d\w*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Family();
}
